import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Hub } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A USB hub. */
export const hubArguments: DeviceBuilder<Hub> = (hub, context) => [
  device({ driver: 'usb-hub', id: hub.alias?.name, ...addressProperties(hub.address, context) }),
];
