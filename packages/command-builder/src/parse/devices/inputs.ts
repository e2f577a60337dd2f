import type { Input } from '../../definition/devices.js';
import { USB_DRIVERS, VIRTIO_DRIVERS } from '../../devices/input.js';
import { isX86 } from '../../machine/machine-family.js';
import { addDevice, type DeviceParser, type Draft, listed, type OptionParser, type ReadDevice } from '../draft.js';
import { given, keyOf } from '../given.js';
import { needed, Unmapped } from '../unmapped.js';
import { placeOf, usbPlace } from './device-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioDriverOptions } from './virtio-options.js';

export const parseUsbInput: DeviceParser = (device, draft) => {
  const type = needed(device.parameters.keyIn('driver', USB_DRIVERS), 'no such input device');
  const id = device.parameters.text('id');
  return behindPs2(id, listed('inputs', { type, bus: 'usb', ...usbPlace(device, draft) }));
};

export const parseVirtioInput: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const name = needed(parseVirtioName(parameters.text('driver') ?? ''), 'no such input device');
  const type = needed(keyOf(VIRTIO_DRIVERS, name.base), 'no such input device');
  const id = parameters.text('id');
  const evdev = parameters.text('evdev');
  const place = placeOf(device, draft);
  const common = {
    bus: 'virtio',
    ...given({
      model: name.model === 'virtio' ? undefined : name.model,
      driver: virtioDriverOptions(parameters),
      address: place.address,
    }),
  } as const;
  const input: Input =
    type === 'passthrough'
      ? { type, ...(evdev === undefined ? {} : { source: { evdev } }), ...common }
      : { type, ...common };
  return behindPs2(id, listed('inputs', input, place.uses));
};

const TOGGLES = ['ctrl-ctrl', 'alt-alt', 'shift-shift', 'meta-meta', 'scrolllock', 'ctrl-scrolllock'] as const;

/** `-object input-linux`: a device of the host's. */
export const parseEvdev: OptionParser = ({ parameters }, draft) => {
  for (const name of ['qom-type', 'id']) parameters.text(name);
  const grab = parameters.flag('grab_all') === true ? ('all' as const) : undefined;
  const source = {
    dev: needed(parameters.text('evdev'), 'there is no device'),
    ...given({ grab, grabToggle: parameters.word('grab-toggle', TOGGLES), repeat: parameters.flag('repeat') }),
  };
  addDevice(draft.devices, 'inputs', { type: 'evdev', source });
};

/**
 * libvirt counts the PS/2 devices of the machine, too, which have no arguments: `input2` alone tells that two of them stand
 * before it.
 */
function behindPs2(id: string | undefined, read: ReadDevice): ReadDevice {
  const place = Number(/^input(\d)$/.exec(id ?? '')?.[1] ?? 0);
  return {
    ...read,
    add: (draft, alias) => {
      const before = draft.devices.inputs?.length ?? 0;
      for (let at = before; at < place && isX86(draft.arch); at++) addPs2(draft);
      read.add(draft, alias);
    },
  };
}

function addPs2({ devices }: Draft): void {
  const mice = devices.inputs?.some(({ type, bus }) => type === 'mouse' && bus === 'ps2') === true;
  addDevice(devices, 'inputs', { type: mice ? 'keyboard' : 'mouse', bus: 'ps2' });
}

const USB_DEVICES = { tablet: 'tablet', mouse: 'mouse', keyboard: 'keyboard' } as const;

/** `-usbdevice tablet`, `-usbdevice host:046d:c52b` */
export const usbdeviceOption: OptionParser = ({ value = '' }, { devices }) => {
  const [, vendor, product] = /^host:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(value) ?? [];
  if (vendor !== undefined && product !== undefined) {
    const id = (text: string) => ({ id: Number.parseInt(text, 16) });
    addDevice(devices, 'hostdevs', { type: 'usb', source: { vendor: id(vendor), product: id(product) } });
    return;
  }
  const type = keyOf(USB_DEVICES, value);
  if (type === undefined) throw new Unmapped(`USB devices of type '${value}' are not made so`);
  addDevice(devices, 'inputs', { type, bus: 'usb' });
};
