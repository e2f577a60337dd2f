import type { Reconnect } from '@virtkit/domain-conf';
import type { Draft } from './draft.js';
import { given, some } from './given.js';
import type { NativeArgument } from './native-argument.js';
import type { Parameters } from './parameters.js';
import { tlsCredentialsOf } from './tls-credentials.js';
import { needed, Unmapped } from './unmapped.js';

/** The host's side of a character device, as all kinds of them have it. */
export type ChardevSource =
  | { type: 'null' | 'vc' | 'stdio' | 'spicevmc' }
  | { type: 'pty' | 'dev' | 'file' | 'pipe'; source?: { path?: string; append?: boolean } }
  | { type: 'udp'; bind?: UdpBind; connect?: UdpConnect }
  | TcpSource
  | UnixSource
  | { type: 'spiceport' | 'dbus'; source?: { channel?: string } }
  | VdagentSource;

interface UdpBind {
  mode: 'bind';
  host?: string;
  service?: string;
}

interface UdpConnect {
  mode: 'connect';
  host?: string;
  service?: string;
}

export interface TcpSource {
  type: 'tcp';
  source: { mode: 'connect' | 'bind'; host?: string; service?: string; tls?: boolean; reconnect?: Reconnect };
  protocol?: { type: 'raw' | 'telnet' };
}

export interface UnixSource {
  type: 'unix';
  source: { mode: 'connect' | 'bind'; path?: string; reconnect?: Reconnect };
}

interface VdagentSource {
  type: 'qemu-vdagent';
  source?: { clipboard?: { copypaste?: boolean }; mouse?: { mode?: 'server' | 'client' } };
}

/** A character device as an argument names it: what is behind it, its log, and the arguments that it is made of. */
export interface ReadChardev {
  readonly source: ChardevSource;
  readonly log: { log?: { file: string; append?: boolean } };
  readonly uses: readonly NativeArgument[];
}

/** The character device with an id; `placed` where the driver finds a place for a socket that is open already. */
export function chardevOf(id: string | undefined, { line, assumptions }: Draft, placed = false): ReadChardev {
  const argument = needed(
    id === undefined ? undefined : line.find('chardev', id),
    `there is no character device '${id ?? ''}'`,
  );
  const { parameters } = argument;
  parameters.text('id');
  const backend = parameters.text('backend') ?? '';
  const isOpen = placed && parameters.flag('server') === true && parameters.text('fd') !== undefined;
  if (isOpen) assumptions.push({ words: argument.words, reason: 'its socket is one that the driver places' });
  const source = chardevSource(backend, parameters, isOpen);
  const { tls, uses } = tlsCredentialsOf(parameters, { line });
  if (tls !== undefined) {
    if (source.type !== 'tcp') throw new Unmapped('only TCP is encrypted');
    source.source.tls = tls;
    assumptions.push({ words: argument.words, reason: 'which certificates are used is a setting of the driver' });
  }
  const file = parameters.text('logfile');
  if (file?.startsWith('/dev/fdset/') === true) throw new Unmapped('its log is a descriptor whose file is not known');
  const log = file === undefined ? {} : { log: { file, ...given({ append: parameters.flag('logappend') }) } };
  return { source, log, uses: [argument, ...uses] };
}

function chardevSource(backend: string, parameters: Parameters, isPlaced: boolean): ChardevSource {
  switch (backend) {
    case 'null':
    case 'vc':
    case 'pty':
    case 'stdio':
      return { type: backend };
    case 'serial':
    case 'parallel':
    case 'tty':
    case 'parport':
      return { type: 'dev', source: given({ path: parameters.text('path') }) };
    case 'pipe':
      return { type: 'pipe', source: given({ path: parameters.text('path') }) };
    case 'file':
      return { type: 'file', source: fileSource(parameters) };
    case 'udp':
      return udpSource(parameters);
    case 'socket':
      return socketSource(parameters, isPlaced);
    case 'spicevmc':
      parameters.implied('name', 'vdagent', 'usbredir', 'smartcard');
      return { type: 'spicevmc' };
    case 'spiceport':
    case 'dbus':
      return { type: backend, source: given({ channel: parameters.text('name') }) };
    case 'qemu-vdagent':
      return vdagentSource(parameters);
    default:
      throw new Unmapped(`character devices of type '${backend}' have no element`);
  }
}

function fileSource(parameters: Parameters): { path?: string; append?: boolean } {
  const path = parameters.text('path');
  if (path?.startsWith('/dev/fdset/') === true) throw new Unmapped('it is a descriptor whose file is not known');
  return given({ path, append: parameters.flag('append') });
}

function udpSource(parameters: Parameters): ChardevSource {
  const connect = {
    mode: 'connect',
    ...given({ host: orAbsent(parameters.text('host')), service: parameters.text('port') }),
  } as const;
  const host = orAbsent(parameters.text('localaddr'));
  const port = parameters.text('localport');
  const service = port === '0' && host === undefined ? undefined : port;
  const bind = some({ host, service });
  return { type: 'udp', connect, ...(bind === undefined ? {} : { bind: { mode: 'bind', ...bind } }) };
}

function orAbsent(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function socketSource(parameters: Parameters, isPlaced: boolean): TcpSource | UnixSource {
  const mode = parameters.flag('server') === true ? 'bind' : 'connect';
  // A server that doesn't wait for its client is what is built for every one that listens.
  if (mode === 'bind') parameters.implied('wait', 'off');
  if (mode === 'bind' && parameters.has('nowait')) parameters.flag('wait');
  const reconnect = reconnectOf(parameters);
  if (isPlaced) return { type: 'unix', source: { mode } };
  if (parameters.has('fd')) throw new Unmapped('its socket is a descriptor that whoever started QEMU had opened');
  if (parameters.has('path')) {
    return { type: 'unix', source: { mode, ...given({ path: parameters.text('path'), reconnect }) } };
  }
  const telnet = parameters.flag('telnet') === true;
  const source = given({ host: parameters.text('host'), service: parameters.text('port'), reconnect });
  return { type: 'tcp', source: { mode, ...source }, protocol: { type: telnet ? 'telnet' : 'raw' } };
}

/** How soon to connect again: newer QEMU counts in milliseconds. */
function reconnectOf(parameters: Parameters): Reconnect | undefined {
  const timeout = parameters.number('reconnect') ?? wholeSeconds(parameters);
  if (timeout === undefined) return undefined;
  return timeout === 0 ? { enabled: false } : { enabled: true, timeout };
}

function wholeSeconds(parameters: Parameters): number | undefined {
  const milliseconds = Number(parameters.peek('reconnect-ms') ?? 'none');
  return milliseconds % 1000 === 0 ? (parameters.number('reconnect-ms') ?? 0) / 1000 : undefined;
}

function vdagentSource(parameters: Parameters): VdagentSource {
  parameters.implied('name', 'vdagent');
  const copypaste = parameters.flag('clipboard');
  const mouse = parameters.flag('mouse');
  const source = some({
    clipboard: copypaste === undefined ? undefined : { copypaste },
    mouse: mouse === undefined ? undefined : ({ mode: mouse ? 'client' : 'server' } as const),
  });
  return { type: 'qemu-vdagent', ...given({ source }) };
}
