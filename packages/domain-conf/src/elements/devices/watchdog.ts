import { attribute, child, element, oneOf, required } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** A watchdog. */
export const watchdog = element(
  'watchdog',
  {
    model: attribute(oneOf('i6300esb', 'ib700', 'diag288', 'itco'), required),
    action: attribute(oneOf('reset', 'shutdown', 'poweroff', 'pause', 'dump', 'none', 'inject-nmi')),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A watchdog, and what happens when the guest does not feed it.' },
);
