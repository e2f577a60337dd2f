import { attribute, child, element, oneOf, required, scaled, string, text, within } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** A store for what the guest's kernel says when it dies. */
export const pstore = element(
  'pstore',
  {
    backend: attribute(oneOf('acpi-erst'), required),
    path: child(string),
    ...within('size', { sizeKiB: text(scaled('KiB')) }),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: "A store for what the guest's kernel says when it dies." },
);
