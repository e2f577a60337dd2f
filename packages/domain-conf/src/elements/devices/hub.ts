import { attribute, child, element, oneOf, required } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** A USB hub. */
export const hub = element(
  'hub',
  { type: attribute(oneOf('usb'), required), alias: child(alias), address: child(deviceAddress) },
  { about: 'A USB hub.' },
);
