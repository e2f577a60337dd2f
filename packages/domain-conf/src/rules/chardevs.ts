import type { Devices, Serial } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** Character devices: ports count from 0, TCP speaks raw, sockets connect. */
export const completeChardevs: FormatRule = ({ devices }) => {
  if (devices === undefined) return;
  const { serials = [], parallels = [], consoles = [], channels = [], redirdevs = [] } = devices;
  for (const one of [...serials, ...parallels, ...consoles, ...channels, ...redirdevs]) completeSource(one);
  numberPorts(serials);
  numberPorts(parallels);
  numberConsoles(consoles);
};

function completeSource(device: Pick<Serial, 'type'> | NonNullable<Devices['redirdevs']>[number]): void {
  switch (device.type) {
    case 'tcp':
      if ('protocol' in device || 'source' in device) completeTcp(device);
      break;
    case 'unix':
      if ('source' in device && device.source?.path !== undefined) device.source.mode ??= 'connect';
      break;
    case 'udp':
      if ('connect' in device && device.connect !== undefined) device.connect.mode ??= 'connect';
      break;
    default:
  }
}

function completeTcp(device: {
  protocol?: { type: 'raw' | 'telnet' | 'telnets' | 'tls' };
  source?: { mode?: 'connect' | 'bind' };
}): void {
  device.protocol ??= { type: 'raw' };
  if (device.source !== undefined) device.source.mode ??= 'connect';
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
