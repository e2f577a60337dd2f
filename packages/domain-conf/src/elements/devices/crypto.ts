import { attribute, child, element, oneOf, record, required, uint } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioDriver } from '../virtio-options.js';

/** A device that does cryptography. */
export const crypto = element(
  'crypto',
  {
    model: attribute(oneOf('virtio'), required),
    type: attribute(oneOf('qemu'), required),
    backend: child(record({ model: attribute(oneOf('builtin', 'lkcf'), required), queues: attribute(uint) })),
    driver: child(virtioDriver),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A device that does cryptography.' },
);
