import { attribute, element, required, string } from '@virtkit/xml';

/** The name by which QEMU, and whoever changes the device, knows it. */
export const alias = element(
  'alias',
  { name: attribute(string, required) },
  { about: "The device's name for QEMU and for changes; users' own begin with ua-." },
);
