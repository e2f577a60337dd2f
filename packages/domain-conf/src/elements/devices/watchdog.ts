import { attribute, child, element, oneOf } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { unsupported } from '../words.js';

/** A watchdog. */
export const watchdog = element(
  'watchdog',
  {
    model: attribute(oneOf('i6300esb', 'ib700', 'diag288', 'itco'), {
      required: true,
      missing: { code: 'INTERNAL_ERROR', message: 'watchdog must contain model name' },
      invalid: unsupported("unknown watchdog model '%s'"),
    }),
    action: attribute(oneOf('reset', 'shutdown', 'poweroff', 'pause', 'dump', 'none', 'inject-nmi'), {
      invalid: unsupported("unknown watchdog action '%s'"),
    }),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A watchdog, and what happens when the guest does not feed it.' },
);
