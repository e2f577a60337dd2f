import { device, qomObject } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Pstore } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A file in which the guest's kernel leaves its last words. */
export const pstoreArguments: DeviceBuilder<Pstore> = (pstore, context) => {
  const id = pstore.alias?.name ?? '';
  return [
    qomObject('memory-backend-file', `mem${id}`, {
      'mem-path': pstore.path,
      size: BigInt(pstore.sizeKiB ?? 0) * 1024n,
      share: true,
    }),
    device({ driver: 'acpi-erst', id, memdev: `mem${id}`, ...addressProperties(pstore.address, context) }),
  ];
};
