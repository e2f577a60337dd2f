import type { DomainDefinition, Graphics, GraphicsListen } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** Ports are chosen automatically unless given; where a server listens stands in `<listen>`. */
export const completeGraphics: FormatRule = (draft) => {
  for (const graphics of draft.devices?.graphics ?? []) {
    if ('passwd' in graphics || 'connected' in graphics || 'passwdValidTo' in graphics) completePassword(graphics);
    if (graphics.type === 'vnc') completeVnc(graphics, draft);
    else if (graphics.type === 'spice') completeSpice(graphics, draft);
  }
};

/** How long a password holds, and what it does to those who are connected, is said of a password. */
function completePassword(graphics: { passwd?: string; passwdValidTo?: string; connected?: unknown }): void {
  if (graphics.passwd !== undefined) return;
  delete graphics.passwdValidTo;
  delete graphics.connected;
}

const isRunning = ({ id }: DomainDefinition): boolean => id !== undefined && id !== -1;

function completeVnc(graphics: Extract<Graphics, { type: 'vnc' }>, draft: DomainDefinition): void {
  if (graphics.socket !== undefined) {
    graphics.listens = [{ type: 'socket', socket: graphics.socket }];
    delete graphics.listen;
  }
  const [first] = graphics.listens ?? [];
  if (first?.type === 'socket') {
    if (first.socket !== undefined) graphics.socket = first.socket;
    delete graphics.port;
    delete graphics.autoport;
    return;
  }
  if (first?.type === 'none') {
    delete graphics.port;
    delete graphics.autoport;
    return;
  }
  if (graphics.port === undefined || graphics.port === -1 || graphics.port === 0) {
    graphics.autoport ??= true;
    if (!graphics.autoport) delete graphics.port;
  }
  if (graphics.autoport === true && !isRunning(draft)) graphics.port = -1;
  graphics.autoport ??= false;
  completeListens(graphics);
}

function completeSpice(graphics: Extract<Graphics, { type: 'spice' }>, draft: DomainDefinition): void {
  const [first] = graphics.listens ?? [];
  const { port, tlsPort } = graphics;
  if (graphics.defaultMode === 'any') delete graphics.defaultMode;
  if (graphics.channels !== undefined) graphics.channels = graphics.channels.filter(({ mode }) => mode !== 'any');
  if (port === -1 || tlsPort === -1) graphics.autoport ??= true;
  graphics.autoport ??= false;
  const isSilent = port === undefined && tlsPort === undefined && !graphics.autoport;
  if (isSilent && graphics.listen === undefined && (first === undefined || isAnywhere(first))) {
    graphics.listens = [{ type: 'none' }];
    delete graphics.autoport;
    return;
  }
  const isServer = first?.type !== 'socket' && first?.type !== 'none';
  if (!isServer) delete graphics.autoport;
  if (!isServer || (graphics.autoport && !isRunning(draft))) {
    delete graphics.port;
    delete graphics.tlsPort;
  }
  completeListens(graphics);
}

const isAnywhere = (listen: GraphicsListen): boolean => listen.type === 'address' && listen.address === undefined;

/** The attribute `listen` is the first address, said once more. */
function completeListens(graphics: { listen?: string; listens?: GraphicsListen[] }): void {
  graphics.listens ??= [];
  const { listens } = graphics;
  if (listens.length === 0) {
    listens.push({ type: 'address', ...(graphics.listen === undefined ? {} : { address: graphics.listen }) });
  }
  const [first] = listens;
  if (first === undefined || first.type === 'socket' || first.type === 'none') return;
  if (first.address === undefined) delete graphics.listen;
  else graphics.listen = first.address;
}
