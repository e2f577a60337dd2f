import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Panic } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A way for the guest to tell that it panicked. Some are part of the machine or of the CPU. */
export const panicArguments: DeviceBuilder<Panic> = (panic, context) => {
  switch (panic.model) {
    case 'isa':
      return [device({ driver: 'pvpanic', ioport: panic.address?.type === 'isa' ? panic.address.iobase : undefined })];
    case 'pvpanic':
      return [device({ driver: 'pvpanic-pci', ...addressProperties(panic.address, context) })];
    default:
      return [];
  }
};
