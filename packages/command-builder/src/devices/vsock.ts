import { device } from '../arguments/argument.js';
import type { Text } from '../arguments/text.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Vsock } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** Sockets between guest and host, through the kernel. */
export const vsockArguments: DeviceBuilder<Vsock> = (vsock, context) => [
  device({
    driver: virtioDriver('vhost-vsock', vsock.address, vsock.model),
    ...virtioProperties(vsock.driver),
    id: vsock.alias?.name,
    'guest-cid': guestCid(vsock, context),
    vhostfd: vhostDescriptor(vsock, context),
    ...addressProperties(vsock.address, context),
  }),
];

function guestCid({ cid }: Vsock, { host, paths }: BuildContext): number {
  if (cid?.auto !== true) return cid?.address ?? 0;
  return cid.address ?? (paths ? 0 : (host.allocations?.vsockCid ?? 0));
}

/** A command line to be run by hand has no descriptor to name. */
function vhostDescriptor({ alias }: Vsock, { paths }: BuildContext): Text {
  if (paths) return '-1';
  return { descriptor: `vhostfd-${alias?.name ?? ''}`, open: { kind: 'device', path: '/dev/vhost-vsock' } };
}
