import type { DomainDefinition, Graphics, GraphicsListen } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

type Listening = Extract<Graphics, { listens?: unknown }>;

/** Ports are chosen automatically unless given; where a server listens stands in `<listen>`. */
export const completeGraphics: FormatRule = (draft) => {
  for (const graphics of draft.devices?.graphics ?? []) {
    if (graphics.type === 'vnc') completeVnc(graphics, draft);
    else if (graphics.type === 'spice') completePorts(graphics, draft);
  }
};

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
  completePorts(graphics, draft);
}

function completePorts(graphics: Extract<Listening, { port?: number }>, draft: DomainDefinition): void {
  const isRunning = draft.id !== undefined && draft.id !== -1;
  if (graphics.port === undefined || graphics.port === -1 || graphics.port === 0) {
    graphics.autoport ??= true;
    if (!graphics.autoport) delete graphics.port;
  }
  if (graphics.autoport === true && !isRunning) graphics.port = -1;
  if (graphics.autoport === true) graphics.port ??= -1;
  graphics.autoport ??= false;
  completeListens(graphics);
}

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
