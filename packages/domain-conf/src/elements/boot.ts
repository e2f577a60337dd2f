import { attribute, element, onOff, positive, required, string, uint, yesNo } from '@virtkit/xml';

/** The device's place in the order of booting. */
export const deviceBoot = element(
  'boot',
  { order: attribute(positive, required), loadparm: attribute(string) },
  { about: "The device's place in the order of booting." },
);

/** The index by which ACPI names the device. */
export const deviceAcpi = element(
  'acpi',
  { index: attribute(uint) },
  { about: 'The index by which ACPI names the device.' },
);

/** The device's option ROM. */
export const deviceRom = element(
  'rom',
  { enabled: attribute(yesNo), bar: attribute(onOff), file: attribute(string) },
  { about: "The device's option ROM." },
);
