import { addDevice, type Draft } from './draft.js';
import type { NativeCommandLine } from './native-command-line.js';

const MODELS = {
  q35: ['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3'],
  i440fx: ['piix3-uhci'],
  pseries: ['pci-ohci'],
} as const;

/** Whether the chipset's own USB controllers are asked for. */
export function hasChipsetUsb(line: NativeCommandLine): boolean {
  return line.has('usb') || line.all('machine').some(({ parameters }) => parameters.peek('usb') === 'on');
}

/** Adds the USB controllers of the chipset. */
export function addChipsetUsb({ devices, family }: Draft): void {
  if (devices.controllers?.some((one) => one.type === 'usb' && one.index === 0) === true) return;
  const models = family === 'q35' || family === 'i440fx' || family === 'pseries' ? MODELS[family] : [];
  for (const model of models) addDevice(devices, 'controllers', { type: 'usb', index: 0, model });
}
