import { attribute, child, element, oneOf, onOff, record, scaled, string, text, uint, within } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** Memory shared between domains. */
export const shmem = element(
  'shmem',
  {
    name: attribute(string, {
      required: true,
      missing: { code: 'XML_ERROR', message: "shmem element must contain 'name' attribute" },
    }),
    role: attribute(oneOf('master', 'peer')),
    model: child(record({ type: attribute(oneOf('ivshmem', 'ivshmem-plain', 'ivshmem-doorbell')) })),
    ...within('size', { sizeBytes: text(scaled('bytes', { written: 'M' })) }),
    server: child(record({ path: attribute(string) })),
    msi: child(record({ vectors: attribute(uint), ioeventfd: attribute(onOff) })),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'Memory shared between domains.' },
);
