import type { ChardevSource } from '../chardev-source.js';
import { chardevOf } from '../chardev-source.js';
import { addDevice, type Draft, type OptionParser } from '../draft.js';
import { given } from '../given.js';
import { parseOptionValue } from '../option-syntax.js';
import { Unmapped } from '../unmapped.js';

/** Ports that are part of the machine: QEMU is only told which character device is theirs. */
const BUILT_IN: Readonly<Partial<Record<Draft['family'], 'pl011' | '16550a'>>> = {
  'arm-virt': 'pl011',
  'riscv-virt': '16550a',
  'loongarch-virt': '16550a',
};

/** `-serial`: the host's side of the next serial port of the machine. */
export const serialOption: OptionParser = ({ value = '', words }, draft) => {
  const name = BUILT_IN[draft.family];
  const target = name === undefined ? {} : { target: { type: 'system-serial', model: { name } } as const };
  if (value.startsWith('chardev:')) {
    const { source, log, uses } = chardevOf(value.slice('chardev:'.length), draft);
    addDevice(draft.devices, 'serials', { ...source, ...log, ...target });
    return uses;
  }
  if (value === 'none') return [];
  if (value.startsWith('mon:')) {
    draft.assumptions.push({ words, reason: 'the monitor that shares the port is not there: the driver has its own' });
  }
  addDevice(draft.devices, 'serials', { ...legacySource(value.replace(/^mon:/, '')), ...target });
  return [];
};

/** `-parallel` */
export const parallelOption: OptionParser = ({ value = '' }, draft) => {
  if (value === 'none') return;
  addDevice(draft.devices, 'parallels', legacySource(value));
};

/** A character device by the short name of older options: `unix:/tmp/a,server,nowait`. */
function legacySource(text: string): ChardevSource {
  const [kind = '', rest = ''] = [/^[a-z]+/.exec(text)?.[0], text.replace(/^[a-z]+:?/, '')];
  switch (kind) {
    case 'null':
    case 'pty':
    case 'vc':
    case 'stdio':
      return { type: kind };
    case 'file':
    case 'pipe':
      return { type: kind, source: { path: rest } };
    case 'unix':
      return unixSource(rest);
    case 'tcp':
    case 'telnet':
      return tcpSource(kind, rest);
    case 'udp':
      return udpSource(rest);
    default:
      if (text.startsWith('/dev/')) return { type: 'dev', source: { path: text } };
      throw new Unmapped(`character devices '${kind}' have no element`);
  }
}

/** What follows the place: `server,nowait`. Nothing else is known. */
function modeOf(options: readonly string[]): 'bind' | 'connect' {
  const parameters = parseOptionValue('', options.join(','));
  const server = parameters.flag('server') === true;
  parameters.flag('wait');
  parameters.implied('nodelay', 'on');
  const [unread] = parameters.unread();
  if (unread !== undefined) throw new Unmapped(`'${unread.name}' has no element`);
  return server ? 'bind' : 'connect';
}

function unixSource(text: string): ChardevSource {
  const [path = '', ...options] = text.split(',');
  return { type: 'unix', source: { mode: modeOf(options), path } };
}

function tcpSource(kind: 'tcp' | 'telnet', text: string): ChardevSource {
  const [place = '', ...options] = text.split(',');
  const { host, service } = endpointOf(place);
  const protocol = { type: kind === 'telnet' ? 'telnet' : 'raw' } as const;
  const source = { mode: modeOf(options), ...given({ host, service }) };
  return { type: 'tcp', source: { host: '0.0.0.0', ...source }, protocol };
}

function udpSource(text: string): ChardevSource {
  const [remote = '', local] = text.split('@');
  const connect = { mode: 'connect', ...given(endpointOf(remote)) } as const;
  if (local === undefined) return { type: 'udp', connect };
  return { type: 'udp', connect, bind: { mode: 'bind', ...given(endpointOf(local)) } };
}

function endpointOf(text: string): { host: string | undefined; service: string | undefined } {
  const [, host, service] = /^(.*):(\w+)$/.exec(text) ?? [];
  if (service === undefined) throw new Unmapped(`'${text}' is no address with a port`);
  return { host: host === '' ? undefined : host, service };
}
