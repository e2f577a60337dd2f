import { type Argument, keyed } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { CharacterDevice } from '../definition/devices.js';
import { reconnectProperties } from './reconnect.js';
import { tlsCredentials } from './tls-credentials.js';

/** The host's side of a character device: `-chardev`, and before it `-add-fd` for a file that QEMU is handed open. */
export function chardevArguments(chardev: CharacterDevice, context: BuildContext): Argument[] {
  const id = `char${chardev.alias?.name ?? ''}`;
  const log = logProperties(chardev, context);
  const { arguments: before, head, properties } = backend(chardev, context);
  return [...before, ...log.arguments, keyed('chardev', head, { id, ...properties, ...log.properties })];
}

type KeyedProperties = NonNullable<Parameters<typeof keyed>[2]>;

interface Backend {
  readonly arguments: readonly Argument[];
  readonly head: string;
  readonly properties: KeyedProperties;
}

const simple = (head: string, properties: KeyedProperties = {}): Backend => ({ arguments: [], head, properties });

function backend(chardev: CharacterDevice, context: BuildContext): Backend {
  switch (chardev.type) {
    case 'null':
    case 'vc':
    case 'pty':
    case 'stdio':
      return simple(chardev.type);
    case 'dev':
      return simple(chardev.alias?.name.startsWith('parallel') ? 'parallel' : 'serial', { path: chardev.source?.path });
    case 'file':
      return fileBackend(chardev.source, chardev.alias?.name, context);
    case 'pipe':
      return simple('pipe', { path: chardev.source?.path });
    case 'udp':
      return simple('udp', {
        host: chardev.connect?.host ?? '',
        port: chardev.connect?.service,
        localaddr: chardev.bind?.host ?? '',
        localport: chardev.bind?.service ?? '0',
      });
    case 'tcp':
      return tcpBackend(chardev, chardev.alias?.name ?? '', context);
    case 'unix':
      return unixBackend(chardev.source, chardev.alias?.name, context);
    case 'spicevmc':
      return simple('spicevmc', { name: chardev.alias?.name.startsWith('redir') ? 'usbredir' : 'vdagent' });
    case 'spiceport':
      return simple('spiceport', { name: chardev.source?.channel });
    case 'qemu-vdagent':
      return simple('qemu-vdagent', {
        name: 'vdagent',
        clipboard: chardev.source?.clipboard?.copypaste,
        mouse: mouseProperty(chardev.source?.mouse?.mode),
      });
    case 'dbus':
      return simple('dbus', { name: chardev.source?.channel });
    case 'nmdm':
      return simple('serial', { path: chardev.source?.slave });
  }
}

function mouseProperty(mode: 'client' | 'server' | undefined): boolean | undefined {
  return mode === undefined ? undefined : mode === 'client';
}

type FileSource = { readonly path?: string; readonly append?: boolean } | undefined;
type TcpChardev = Pick<Extract<CharacterDevice, { type: 'tcp' }>, 'source' | 'protocol'>;
type UnixSource = Extract<CharacterDevice, { type: 'unix' }>['source'];

function fileBackend(source: FileSource, name: string | undefined, context: BuildContext): Backend {
  const { path = '', append = false } = source ?? {};
  if (context.paths) return simple('file', { path, append: append ? true : undefined });
  const descriptor = `${name ?? ''}-source`;
  const file = { descriptor, open: { kind: 'file', path, append } } as const;
  const set = context.fdsets().get(descriptor) ?? 0;
  return {
    arguments: [keyed('add-fd', undefined, { set, fd: file, opaque: descriptor })],
    head: 'file',
    properties: { path: `/dev/fdset/${set}`, append: true },
  };
}

function tcpBackend({ source, protocol }: TcpChardev, name: string, context: BuildContext): Backend {
  const listens = source?.mode === 'bind';
  const { settings, directories } = context.host;
  const tls = source?.tls ?? settings.chardevTLS === true;
  const id = `objchar${name}_tls0`;
  const credentials = {
    id,
    secretId: `char${name}-secret0`,
    directory: directories.tls.chardev,
    endpoint: listens ? 'server' : 'client',
    verifyPeer: listens ? settings.chardevTLSx509verify === true : true,
    secret: settings.chardevTLSx509secretUUID,
  } as const;
  const plain = simple('socket', {
    host: source?.host,
    port: source?.service,
    telnet: protocol?.type === 'telnet' ? true : undefined,
    server: listens ? true : undefined,
    wait: listens ? false : undefined,
    ...reconnectProperties(source?.reconnect, context),
    'tls-creds': tls ? id : undefined,
  });
  return tls ? { ...plain, arguments: tlsCredentials(credentials, context) } : plain;
}

function unixBackend(source: UnixSource, name: string | undefined, context: BuildContext): Backend {
  const { mode, path = '', reconnect } = source ?? {};
  if (mode === 'connect') return simple('socket', { path, ...reconnectProperties(reconnect, context) });
  if (context.paths) return simple('socket', { path, server: true, wait: false });
  const fd = { descriptor: `${name ?? ''}-source`, open: { kind: 'unix-listen', path } } as const;
  return simple('socket', { fd, server: true, wait: false });
}

function logProperties(chardev: CharacterDevice, context: BuildContext): Pick<Backend, 'arguments' | 'properties'> {
  const { file: path, append = false } = chardev.log ?? {};
  if (path === undefined) return { arguments: [], properties: {} };
  if (context.paths) return { arguments: [], properties: { logfile: path, logappend: append } };
  const descriptor = `${chardev.alias?.name ?? ''}-log`;
  const fd = { descriptor, open: { kind: 'file', path, append } } as const;
  const set = context.fdsets().get(descriptor) ?? 0;
  return {
    arguments: [keyed('add-fd', undefined, { set, fd, opaque: descriptor })],
    properties: { logfile: `/dev/fdset/${set}`, logappend: true },
  };
}
