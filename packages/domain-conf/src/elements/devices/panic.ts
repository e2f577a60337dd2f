import { attribute, child, element, oneOf } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { unsupported } from '../words.js';

/** A way for the guest to tell that it panicked. */
export const panic = element(
  'panic',
  {
    model: attribute(oneOf('isa', 'pseries', 'hyperv', 's390', 'pvpanic'), {
      invalid: unsupported("unknown panic model '%s'"),
    }),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A way for the guest to tell that it panicked.' },
);
