import type { Interface } from '../../definition/devices.js';
import { chardevOf } from '../chardev-source.js';
import type { Draft } from '../draft.js';
import { given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';

type InterfaceOf<T extends Interface['type']> = Extract<Interface, { type: T }>;

/** The host's side of an interface. */
export type InterfaceHost =
  | Pick<InterfaceOf<'user'>, 'type' | 'ips' | 'backend'>
  | Pick<InterfaceOf<'ethernet'>, 'type' | 'target' | 'script' | 'downscript'>
  | Pick<InterfaceOf<'bridge'>, 'type' | 'source' | 'target'>
  | Pick<InterfaceOf<'vhostuser'>, 'type' | 'source'>
  | Pick<InterfaceOf<'server' | 'client' | 'mcast' | 'udp'>, 'type' | 'source'>
  | Pick<InterfaceOf<'vdpa'>, 'type' | 'source'>;

/** A host's side, and what it says of the `<driver>`. */
export interface ReadHost {
  readonly host: InterfaceHost;
  readonly queues: number | undefined;
  /** Whether the kernel serves a virtio interface; undefined where that isn't a question. */
  readonly vhost: boolean | undefined;
  readonly uses: readonly NativeArgument[];
}

/** Reads the host's side: the parameters of `-netdev`, and of `-nic` and `-net` but for what the guest sees. */
export function hostOf(argument: NativeArgument, draft: Draft): ReadHost {
  const { parameters } = argument;
  const type = parameters.text('type') ?? '';
  const plain = (host: InterfaceHost): ReadHost => ({ host, queues: undefined, vhost: undefined, uses: [] });
  switch (type) {
    case 'user':
      return plain({ type: 'user', ...userAddresses(parameters) });
    case 'tap':
      return tapOf(argument, draft);
    case 'stream':
      return plain(passtOf(parameters));
    case 'bridge': {
      const bridge = parameters.text('br') ?? 'br0';
      parameters.implied('helper', '/usr/lib/qemu/qemu-bridge-helper', '/usr/libexec/qemu-bridge-helper');
      return plain({ type: 'bridge', source: { bridge } });
    }
    case 'vhost-user':
      return vhostUserOf(parameters, draft);
    case 'vhost-vdpa': {
      const dev = needed(parameters.text('vhostdev'), 'there is no device');
      if (dev.startsWith('/dev/fdset/')) throw new Unmapped('it is a descriptor whose device is not known');
      return { ...plain({ type: 'vdpa', source: { dev } }), queues: parameters.number('queues') };
    }
    case 'socket':
      return plain(socketOf(parameters));
    default:
      throw new Unmapped(`network interfaces of type '${type}' have no element`);
  }
}

/** A stream to the socket of passt that the driver starts. */
function passtOf(parameters: Parameters): InterfaceHost {
  const addr = parameters.under('addr');
  const path = addr.text('path') ?? '';
  if (!/\/-?\d+-[^/]*-net\d+\.socket$/.test(path))
    throw new Unmapped('a stream to a program that the driver does not start');
  addr.implied('type', 'unix');
  parameters.implied('server', 'off');
  parameters.number('reconnect');
  parameters.number('reconnect-ms');
  return { type: 'user', backend: { type: 'passt' } };
}

function userAddresses(parameters: Parameters) {
  const ips: NonNullable<Interface['ips']> = [];
  const [, address, prefix] = /^([\d.]+)\/(\d+)$/.exec(parameters.peek('net') ?? '') ?? [];
  if (address !== undefined) {
    parameters.text('net');
    ips.push({ address, family: 'ipv4', prefix: Number(prefix) });
  }
  const ipv6 = parameters.text('ipv6-prefix');
  if (ipv6 !== undefined) {
    ips.push({ address: ipv6, family: 'ipv6', ...given({ prefix: parameters.number('ipv6-prefixlen') }) });
  }
  return ips.length === 0 ? {} : { ips };
}

function tapOf({ parameters, words }: NativeArgument, { assumptions }: Draft): ReadHost {
  const vhost = parameters.flag('vhost') ?? false;
  const descriptors = parameters.text('fds') ?? parameters.text('fd');
  for (const name of ['vhostfd', 'vhostfds']) parameters.text(name);
  const queues = parameters.number('queues') ?? queuesOf(descriptors);
  const bridge = parameters.text('br');
  const dev = parameters.text('ifname');
  const target = given({ target: dev === undefined ? undefined : { dev } });
  if (bridge !== undefined) {
    return { host: { type: 'bridge', source: { bridge }, ...target }, queues, vhost, uses: [] };
  }
  if (descriptors !== undefined) {
    assumptions.push({
      words,
      reason: 'the tap is a descriptor that whoever started QEMU had opened; a new one is made',
    });
  }
  const script = scriptOf('script', parameters);
  const downscript = scriptOf('downscript', parameters);
  return { host: { type: 'ethernet', ...target, ...given({ script, downscript }) }, queues, vhost, uses: [] };
}

function queuesOf(descriptors: string | undefined): number | undefined {
  const count = descriptors?.split(':').length ?? 1;
  return count > 1 ? count : undefined;
}

/** `no` is what a tap gets that libvirt makes. */
function scriptOf(name: 'script' | 'downscript', parameters: Parameters): { path: string } | undefined {
  const path = parameters.text(name);
  return path === undefined || path === 'no' || path === '' ? undefined : { path };
}

function vhostUserOf(parameters: Parameters, draft: Draft): ReadHost {
  const { source, uses } = chardevOf(parameters.text('chardev'), draft);
  if (source.type !== 'unix') throw new Unmapped('vhost-user speaks over a UNIX socket');
  const { path, mode, reconnect } = source.source;
  return {
    host: {
      type: 'vhostuser',
      source: { type: 'unix', mode: mode === 'bind' ? 'server' : 'client', ...given({ path, reconnect }) },
    },
    queues: parameters.number('queues'),
    vhost: undefined,
    uses,
  };
}

const SOCKETS = { connect: 'client', listen: 'server', mcast: 'mcast', udp: 'udp' } as const;

function socketOf(parameters: Parameters): InterfaceHost {
  for (const name of ['connect', 'listen', 'mcast', 'udp'] as const) {
    const place = parameters.text(name);
    if (place === undefined) continue;
    const local = parameters.text('localaddr');
    const source = { ...endpoint(place), ...given({ local: local === undefined ? undefined : endpoint(local) }) };
    return { type: SOCKETS[name], source };
  }
  throw new Unmapped('a socket that is neither joined nor listened on');
}

function endpoint(text: string): { address?: string; port: number } {
  const [, address, port] = /^(.*):(\d+)$/.exec(text) ?? [];
  if (port === undefined) throw new Unmapped(`'${text}' is no address with a port`);
  return { ...given({ address: address === '' ? undefined : address }), port: Number(port) };
}
