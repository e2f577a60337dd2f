import { type OptionalProperties, present } from '../arguments/properties.js';
import type { DescriptorReference, Text } from '../arguments/text.js';
import type { BuildContext } from '../build/build-context.js';
import { deviceFdset } from '../build/device-fdset.js';
import { shortNameOf } from '../build/domain-paths.js';
import { unsupported } from '../checks/check.js';
import type { Interface } from '../definition/devices.js';
import { vhostUserNetdev } from './vhost-user.js';

/** The host's side of an interface: the properties of `-netdev`. */
export function interfaceHostProperties(one: Interface, context: BuildContext): OptionalProperties & { type: string } {
  const id = `host${one.alias?.name ?? ''}`;
  switch (one.type) {
    case 'user':
      return one.backend?.type === 'passt'
        ? { type: 'stream', ...passtProperties(one, context), id }
        : { type: 'user', ...userProperties(one), id };
    case 'ethernet':
    case 'bridge':
    case 'network':
    case 'direct':
      return { type: 'tap', ...tapProperties(one, context), id };
    case 'vhostuser':
      return { ...vhostUserNetdev(one), id };
    case 'client':
      return { type: 'socket', connect: `${one.source?.address ?? ''}:${one.source?.port ?? ''}`, id };
    case 'server':
      return { type: 'socket', listen: `${one.source?.address ?? ''}:${one.source?.port ?? ''}`, id };
    case 'mcast':
      return { type: 'socket', mcast: `${one.source?.address ?? ''}:${one.source?.port ?? ''}`, id };
    case 'udp': {
      const { address = '', port = '', local } = one.source ?? {};
      return {
        type: 'socket',
        udp: `${address}:${port}`,
        localaddr: `${local?.address ?? ''}:${local?.port ?? ''}`,
        id,
      };
    }
    case 'vdpa': {
      const { path } = deviceFdset(`${one.alias?.name ?? ''}-vdpa`, one.source?.dev ?? '', context);
      return { type: 'vhost-vdpa', vhostdev: path, queues: one.driver?.queues, id };
    }
    default:
      return unsupported(`interface type '${one.type}' is not supported by QEMU`);
  }
}

/** The program that serves an interface without rights of its own; QEMU connects to it again should it end. */
function passtProperties(
  { alias }: Interface,
  { definition, domainId, flags, host }: BuildContext,
): OptionalProperties {
  const name = `${shortNameOf(definition, domainId)}-${alias?.name ?? ''}.socket`;
  const inMilliseconds = flags.has('netdev-stream-reconnect-miliseconds');
  const seconds = flags.has('netdev.stream.reconnect') && !inMilliseconds ? RECONNECT_SECONDS : undefined;
  return {
    addr: present({ type: 'unix', path: `${host.directories.passtState}/${name}` }),
    server: false,
    'reconnect-ms': inMilliseconds ? RECONNECT_SECONDS * 1000 : undefined,
    reconnect: seconds,
  };
}

const RECONNECT_SECONDS = 5;

function userProperties({ ips = [] }: Interface): OptionalProperties {
  const ipv4 = ips.find(({ family }) => family !== 'ipv6');
  const ipv6 = ips.find(({ family }) => family === 'ipv6');
  return {
    net: ipv4 === undefined ? undefined : `${ipv4.address}/${ipv4.prefix ?? 24}`,
    'ipv6-prefix': ipv6?.address,
    'ipv6-prefixlen': ipv6?.prefix,
  };
}

/** A tap device comes open, one descriptor a queue; the kernel serves a virtio interface if the host can. */
function tapProperties(one: Interface, context: BuildContext): OptionalProperties {
  const queues = one.driver?.queues ?? 1;
  const index = (context.definition.devices?.interfaces ?? []).indexOf(one);
  const name = one.alias?.name ?? '';
  const each = (kind: 'tap' | 'vhost-net'): Text => {
    const references = Array.from({ length: queues }, (_, queue): DescriptorReference => {
      const descriptor = kind === 'tap' ? `${name}-tap${queue}` : `vhostfd-${name}${queue}`;
      return { descriptor, open: { kind, interface: index, queue } };
    });
    return references.flatMap((reference, queue) => (queue === 0 ? [reference] : [':', reference]));
  };
  const vhost = usesVhost(one, context);
  return {
    [queues > 1 ? 'fds' : 'fd']: each('tap'),
    vhost: vhost ? true : undefined,
    [queues > 1 ? 'vhostfds' : 'vhostfd']: vhost ? each('vhost-net') : undefined,
  };
}

function usesVhost({ driver, model }: Interface, { host }: BuildContext): boolean {
  if (model?.type?.startsWith('virtio') !== true || driver?.name === 'qemu') return false;
  return driver?.name === 'vhost' || host.devices.vhostNet === true;
}
