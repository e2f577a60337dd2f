import { device, plain } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Serial } from '../definition/devices.js';
import { chardevArguments } from './chardev.js';
import { addressProperties } from './device-address.js';

/** QEMU's names of the serial devices, where they aren't the model's. */
const DRIVERS: Readonly<Partial<Record<string, string>>> = { 'usb-serial': 'usb-serial' };

/** Models that are part of the machine: QEMU is only told which character device is theirs. */
const BUILT_IN: readonly string[] = ['pl011', '16550a'];

/** A serial port. */
export const serialArguments: DeviceBuilder<Serial> = (serial, context) => {
  const id = serial.alias?.name;
  const chardev = `char${id ?? ''}`;
  const model = serial.target?.model?.name;
  const host = chardevArguments(serial, context);
  if (model === undefined || BUILT_IN.includes(model)) return [...host, plain('serial', `chardev:${chardev}`)];
  return [
    ...host,
    device({
      driver: DRIVERS[model] ?? model,
      chardev,
      id,
      index: model === 'isa-serial' ? serial.target?.port : undefined,
      ...addressProperties(serial.address, context),
    }),
  ];
};
