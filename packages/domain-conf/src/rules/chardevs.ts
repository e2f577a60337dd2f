import type { ChardevType, Devices } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** Character devices: ports count from 0, TCP speaks raw, sockets connect. */
export const completeChardevs: FormatRule = ({ devices }) => {
  if (devices === undefined) return;
  const {
    serials = [],
    parallels = [],
    consoles = [],
    channels = [],
    redirdevs = [],
    rngs = [],
    smartcards = [],
  } = devices;
  for (const one of [...serials, ...parallels, ...consoles, ...channels, ...redirdevs]) completeSource(one);
  for (const { backend } of rngs) if (backend.model === 'egd') completeSource(backend);
  for (const card of smartcards) if (card.mode === 'passthrough') completeSource(card);
  numberPorts(serials);
  numberPorts(parallels);
  numberConsoles(consoles);
};

/** What the rules look at in a character device of any kind. */
interface AnyChardev {
  type?: ChardevType;
  source?: { mode?: unknown; path?: string; master?: string; channel?: string; clipboard?: unknown };
  connect?: { mode?: 'connect' };
  protocol?: { type: 'raw' | 'telnet' | 'telnets' | 'tls' };
}

/** Types whose source is a path, and nothing without one. */
const PATHS: ReadonlySet<unknown> = new Set(['pty', 'dev', 'file', 'pipe']);

function completeSource(device: AnyChardev): void {
  const { type, source, connect } = device;
  if (source !== undefined && PATHS.has(type) && Object.keys(source).length === 0) delete device.source;
  if (type === 'tcp') device.protocol ??= { type: 'raw' };
  const isSocket = type === 'tcp' || (type === 'unix' && source?.path !== undefined);
  if (isSocket && source !== undefined) source.mode ??= 'connect';
  if (type === 'udp' && connect !== undefined) connect.mode ??= 'connect';
}

interface Numbered {
  target?: { port?: number };
}

/** Ports that are not said follow the highest that is. */
function numberPorts(list: readonly Numbered[]): void {
  let next = Math.max(-1, ...list.map(({ target }) => target?.port ?? -1)) + 1;
  for (const one of list) {
    one.target ??= {};
    one.target.port ??= next++;
  }
}

function numberConsoles(consoles: NonNullable<Devices['consoles']>): void {
  consoles.forEach((one, index) => {
    one.target ??= {};
    one.target.type ??= 'serial';
    one.target.port = index;
  });
}
