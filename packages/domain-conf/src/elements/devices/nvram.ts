import { child, element } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** The NVRAM of a pseries machine. */
export const nvramDevice = element(
  'nvram',
  { alias: child(alias), address: child(deviceAddress) },
  { about: 'The NVRAM of a pseries machine.' },
);
