import { device, keyed, qomObject } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Shmem } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

const DEFAULT_SIZE = 4n * 1024n * 1024n;

/** Memory that guests share: a file that they all map, or what a server hands out over its socket. */
export const shmemArguments: DeviceBuilder<Shmem> = (shmem, context) => {
  const id = shmem.alias?.name ?? '';
  const place = addressProperties(shmem.address, context);
  if (shmem.model?.type === 'ivshmem-doorbell') {
    const { vectors, ioeventfd = true } = shmem.msi ?? {};
    return [
      device({ driver: 'ivshmem-doorbell', id, chardev: `char${id}`, vectors, ioeventfd, ...place }),
      keyed('chardev', 'socket', {
        id: `char${id}`,
        path: shmem.server?.path ?? `/var/lib/libvirt/shmem-${shmem.name}-sock`,
      }),
    ];
  }
  const size = shmem.sizeBytes === undefined ? DEFAULT_SIZE : BigInt(shmem.sizeBytes);
  const master = shmem.role === undefined ? undefined : shmem.role === 'master' ? 'on' : 'off';
  return [
    qomObject('memory-backend-file', `shmmem-${id}`, { 'mem-path': `/dev/shm/${shmem.name}`, size, share: true }),
    device({ driver: 'ivshmem-plain', id, memdev: `shmmem-${id}`, master, ...place }),
  ];
};
