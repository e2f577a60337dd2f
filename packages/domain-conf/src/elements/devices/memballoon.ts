import { attribute, child, element, oneOf, onOff, record, required, uint } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioDriver } from '../virtio-options.js';

/** A balloon, by which the guest gives memory back. */
export const memballoon = element(
  'memballoon',
  {
    model: attribute(oneOf('virtio', 'xen', 'none', 'virtio-transitional', 'virtio-non-transitional'), required),
    autodeflate: attribute(onOff),
    freePageReporting: attribute(onOff),
    stats: child(record({ period: attribute(uint) })),
    alias: child(alias),
    address: child(deviceAddress),
    driver: child(virtioDriver),
  },
  { about: 'A balloon, by which the guest gives memory back; statistics every so many seconds.' },
);
