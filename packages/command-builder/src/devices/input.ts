import { device, qomObject } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Input } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

export const USB_DRIVERS = { mouse: 'usb-mouse', tablet: 'usb-tablet', keyboard: 'usb-kbd' } as const;
export const VIRTIO_DRIVERS = {
  mouse: 'virtio-mouse',
  tablet: 'virtio-tablet',
  keyboard: 'virtio-keyboard',
  passthrough: 'virtio-input-host',
} as const;

/** An input device. PS/2 ones are part of the machine. */
export const inputArguments: DeviceBuilder<Input> = (input, context) => {
  if (input.type === 'evdev') return [evdevObject(input)];
  if (input.bus === 'usb' && input.type !== 'passthrough') {
    const driver = USB_DRIVERS[input.type];
    return [device({ driver, id: input.alias?.name, ...addressProperties(input.address, context) })];
  }
  return input.bus === 'virtio' ? [device(virtioInput(input, context))] : [];
};

function virtioInput(
  input: Exclude<Input, { type: 'evdev' }>,
  context: BuildContext,
): OptionalProperties & { driver: string } {
  return {
    driver: virtioDriver(VIRTIO_DRIVERS[input.type], input.address, input.model),
    ...virtioProperties(input.driver),
    id: input.alias?.name,
    evdev: input.type === 'passthrough' ? input.source?.evdev : undefined,
    ...addressProperties(input.address, context),
  };
}

function evdevObject({ alias, source }: Extract<Input, { type: 'evdev' }>) {
  return qomObject('input-linux', alias?.name ?? '', {
    evdev: source?.dev,
    repeat: source?.repeat,
    grab_all: source?.grab === 'all' ? true : undefined,
    'grab-toggle': source?.grabToggle,
  });
}
