import type { Serial } from '../../definition/devices.js';
import { chardevOf } from '../chardev-source.js';
import { addDevice, type DeviceParser, listed, type OptionParser } from '../draft.js';
import { given } from '../given.js';
import { needed, Unmapped } from '../unmapped.js';
import { isaPlace, pciPlace, placeOf, spaprVioPlace, usbPlace, virtioSerialPlace } from './device-place.js';

type SerialTarget = NonNullable<Serial['target']>;
type SerialModel = NonNullable<SerialTarget['model']>['name'];

/** The kind of port that each model of serial device is. */
export const SERIAL_TYPES = {
  'isa-serial': 'isa-serial',
  'pci-serial': 'pci-serial',
  'usb-serial': 'usb-serial',
  'spapr-vty': 'spapr-vio-serial',
  sclpconsole: 'sclp-serial',
  sclplmconsole: 'sclp-serial',
  'isa-debugcon': 'isa-debug',
} as const satisfies Partial<Record<SerialModel, SerialTarget['type']>>;

type SerialDriver = keyof typeof SERIAL_TYPES;

const isSerialDriver = (driver: string): driver is SerialDriver => Object.hasOwn(SERIAL_TYPES, driver);

/** A serial port. */
export const parseSerial: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = needed([parameters.text('driver') ?? ''].find(isSerialDriver), 'no such serial port');
  const id = parameters.text('id') ?? '';
  const host = chardevOf(parameters.text('chardev'), draft);
  if (model.startsWith('sclp') && id.startsWith('console')) {
    const target = { type: model === 'sclpconsole' ? 'sclp' : 'sclplm' } as const;
    return listed('consoles', { ...host.source, ...host.log, target }, host.uses);
  }
  const port = model === 'isa-serial' ? parameters.number('index') : undefined;
  const target = { type: SERIAL_TYPES[model], model: { name: model }, ...given({ port }) } as const;
  const place = serialPlace(model, device, draft);
  return listed('serials', { ...host.source, ...host.log, target, ...given({ address: place.address }) }, host.uses);
};

function serialPlace(model: SerialModel, ...[device, draft]: Parameters<DeviceParser>) {
  switch (model) {
    case 'usb-serial':
      return usbPlace(device, draft);
    case 'pci-serial':
      return pciPlace(device, draft);
    case 'spapr-vty':
      return spaprVioPlace(device);
    default:
      return isaPlace(device);
  }
}

/** A parallel port. */
export const parseParallel: DeviceParser = ({ parameters }, draft) => {
  for (const name of ['driver', 'id']) parameters.text(name);
  const host = chardevOf(parameters.text('chardev'), draft);
  return listed('parallels', { ...host.source, ...host.log }, host.uses);
};

/** A channel on a port of virtio-serial. */
export const parseChannel: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const host = chardevOf(parameters.text('chardev'), draft, true);
  const target = { type: 'virtio', ...given({ name: parameters.text('name') }) } as const;
  return listed('channels', { ...host.source, ...host.log, target, ...virtioSerialPlace(device, draft) }, host.uses);
};

/** `-netdev user,guestfwd=`: a channel on a port of the guest's own network; others belong to the device that names them. */
export const guestfwdOption: OptionParser = ({ parameters }, draft) => {
  const [forward, more] = parameters.texts('guestfwd');
  const [, address, port, id] = /^tcp:([\d.]+):(\d+)-chardev:(.+)$/.exec(forward ?? '') ?? [];
  const ofInterface = draft.relations.netdevs.has(parameters.peek('id') ?? '');
  if (address === undefined || more !== undefined || ofInterface)
    throw new Unmapped('no device refers to it that has an element');
  parameters.implied('type', 'user');
  parameters.text('id');
  const { source, log, uses } = chardevOf(id, draft);
  const target = { type: 'guestfwd', address, port: Number(port) } as const;
  addDevice(draft.devices, 'channels', { ...source, ...log, target });
  return uses;
};

/** A console on a port of virtio-serial. */
export const parseVirtioConsole: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const host = chardevOf(parameters.text('chardev'), draft);
  const place = parameters.has('devno') ? placeOf(device, draft) : virtioSerialPlace(device, draft);
  const target = { type: 'virtio' } as const;
  return listed('consoles', { ...host.source, ...host.log, target, ...given({ address: place.address }) }, host.uses);
};

/** A USB device of the client's. */
export const parseRedirdev: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const host = chardevOf(parameters.text('chardev'), draft);
  const { source } = host;
  if (source.type === 'qemu-vdagent') throw new Unmapped('an agent brings no USB devices');
  const filter = redirfilterOf(parameters.text('filter'));
  const order = parameters.number('bootindex');
  const boot = order === undefined ? {} : { boot: { order } };
  const read = listed(
    'redirdevs',
    { bus: 'usb', ...source, ...host.log, ...boot, ...usbPlace(device, draft) },
    host.uses,
  );
  return {
    ...read,
    add: (made, alias) => {
      read.add(made, alias);
      if (filter !== undefined) made.devices.redirfilter = { usbdevs: filter };
    },
  };
};

/** Class, vendor, product, version and whether; -1 is any. */
function redirfilterOf(text: string | undefined) {
  return text?.split('|').map((rule) => {
    const [kind, vendor, product, version, allow] = rule.split(':');
    return {
      ...given({ class: filterNumber(kind), vendor: filterNumber(vendor), product: filterNumber(product) }),
      ...given({ version: filterVersion(version) }),
      allow: allow === '1',
    };
  });
}

function filterNumber(text: string | undefined): number | undefined {
  const value = Number(text ?? '-1');
  if (Number.isNaN(value)) throw new Unmapped(`'${text ?? ''}' is no number in a filter of USB devices`);
  return value < 0 ? undefined : value;
}

/** 0x0110 is 1.10. */
function filterVersion(text: string | undefined): string | undefined {
  const [, major, minor] = /^0x([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : `${Number(major)}.${minor}`;
}
