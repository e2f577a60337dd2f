import { device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Console } from '../definition/devices.js';
import { chardevArguments } from './chardev.js';
import { addressProperties } from './device-address.js';
import { virtioSerialPortProperties } from './virtio-serial-port.js';

/** A port of a virtio-serial controller, or a device number that the definition gives. */
function consolePlace({ address }: Console, context: BuildContext): OptionalProperties {
  return address?.type === 'ccw' ? addressProperties(address, context) : virtioSerialPortProperties(address, context);
}

/** A console of its own; the one that is the first serial port makes no arguments. */
export const consoleArguments: DeviceBuilder<Console> = (console, context) => {
  const id = console.alias?.name;
  const chardev = `char${id ?? ''}`;
  switch (console.target?.type) {
    case 'virtio':
      return [
        ...chardevArguments(console, context),
        device({ driver: 'virtconsole', ...consolePlace(console, context), chardev, id }),
      ];
    case 'sclp':
      return [...chardevArguments(console, context), device({ driver: 'sclpconsole', chardev, id })];
    case 'sclplm':
      return [...chardevArguments(console, context), device({ driver: 'sclplmconsole', chardev, id })];
    default:
      return [];
  }
};
