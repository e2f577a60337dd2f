import { attribute, child, element, oneOf } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { unsupported } from '../words.js';

/** A USB hub. */
export const hub = element(
  'hub',
  {
    type: attribute(oneOf('usb'), {
      required: true,
      missing: { code: 'INTERNAL_ERROR', message: 'missing hub device type' },
      invalid: unsupported("unknown hub device type '%s'"),
    }),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A USB hub.' },
);
