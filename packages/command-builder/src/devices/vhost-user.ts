import { type Argument, device, keyed } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { domainDirectory, shortNameOf } from '../build/domain-paths.js';
import type { Disk, Filesystem, Interface } from '../definition/devices.js';
import { diskBootIndex } from './boot-index.js';
import { addressProperties } from './device-address.js';
import { reconnectProperties } from './reconnect.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** A disk that a program beside QEMU serves over a socket. */
export function vhostUserDisk(disk: Extract<Disk, { type: 'vhostuser' }>, context: BuildContext): Argument[] {
  const id = disk.alias?.name ?? '';
  const chardev = `chr-vu-${id}`;
  return [
    keyed('chardev', 'socket', {
      id: chardev,
      path: disk.source?.path,
      ...reconnectProperties(disk.source?.reconnect, context),
    }),
    device({
      driver: virtioDriver('vhost-user-blk', disk.address, disk.model),
      ...virtioProperties(disk.driver),
      ...addressProperties(disk.address, context),
      chardev,
      id,
      bootindex: diskBootIndex(disk, context),
    }),
  ];
}

/** A directory that virtiofsd serves. */
export function vhostUserFilesystem(filesystem: Filesystem, context: BuildContext): Argument[] {
  const id = filesystem.alias?.name ?? '';
  const chardev = `chr-vu-${id}`;
  const given = filesystem.type === 'mount' ? filesystem.source?.socket : undefined;
  const queue = filesystem.driver?.queue;
  return [
    keyed('chardev', 'socket', { id: chardev, path: given ?? `${domainDirectory(context)}/${id}-fs.sock` }),
    device({
      driver: virtioDriver('vhost-user-fs', filesystem.address, filesystem.model),
      ...virtioProperties(filesystem.driver),
      id,
      chardev,
      'queue-size': queue === undefined ? undefined : Number(queue),
      tag: filesystem.target?.dir,
      bootindex: filesystem.boot?.order,
      ...addressProperties(filesystem.address, context),
    }),
  ];
}

const PASST_RECONNECT_SECONDS = 5;

/** The socket of an interface that a program beside QEMU serves. */
export function vhostUserChardev(one: Extract<Interface, { type: 'vhostuser' }>, context: BuildContext): Argument {
  const { source, backend, alias } = one;
  if (backend?.type === 'passt') {
    const { passtState } = context.host.directories;
    const socket = `${shortNameOf(context.definition, context.domainId)}-${alias?.name ?? ''}.socket`;
    return keyed('chardev', 'socket', {
      id: `char${alias?.name ?? ''}`,
      path: `${passtState}/${socket}`,
      ...reconnectProperties({ enabled: true, timeout: PASST_RECONNECT_SECONDS }, context),
    });
  }
  return keyed('chardev', 'socket', {
    id: `char${one.alias?.name ?? ''}`,
    path: source?.path,
    server: source?.mode === 'server' ? true : undefined,
    ...reconnectProperties(source?.reconnect, context),
  });
}

/** What `-netdev` says of such an interface. */
export function vhostUserNetdev({ alias, driver }: Interface): OptionalProperties & { type: string } {
  return { type: 'vhost-user', chardev: `char${alias?.name ?? ''}`, queues: driver?.queues };
}
