import { attribute, child, element, record, uint, yesNo } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioDriver } from '../virtio-options.js';
import { virtioModel } from '../words.js';

/** Sockets between guest and host. */
export const vsock = element(
  'vsock',
  {
    model: attribute(virtioModel),
    cid: child(record({ auto: attribute(yesNo), address: attribute(uint) })),
    driver: child(virtioDriver),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'Sockets between guest and host.' },
);
