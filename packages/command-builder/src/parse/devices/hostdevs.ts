import type { Hostdev } from '../../definition/devices.js';
import { readImage } from '../block/read-image.js';
import { type DeviceParser, listed } from '../draft.js';
import { given, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { placeOf, usbPlace } from './device-place.js';
import { scsiPlace } from './scsi-place.js';
import { parseVirtioName } from './virtio-name.js';

const HOST_ADDRESS = /^(?:([\da-f]{1,8}):)?([\da-f]{1,2}):([\da-f]{1,2})\.([0-7])$/i;

/** The place in the order of booting that a device has. */
export function bootOf(parameters: Parameters) {
  const order = parameters.number('bootindex');
  return order === undefined ? {} : { boot: { order, ...given({ loadparm: parameters.text('loadparm') }) } };
}

/** A device's option ROM. */
export function romOf(parameters: Parameters) {
  const bar = parameters.flag('rombar') ?? barOf(parameters.number('rombar'));
  const file = parameters.text('romfile');
  const rom = file === '' ? { ...given({ bar }), enabled: false } : some({ bar, file });
  return given({ rom });
}

function barOf(value: number | undefined): boolean | undefined {
  return value === undefined ? undefined : value !== 0;
}

/** A PCI device of the host's, or a mediated one. */
export const parseVfio: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  parameters.text('id');
  const sysfs = parameters.text('sysfsdev');
  const place = placeOf(device, draft);
  const rest = { ...bootOf(parameters), ...given({ address: place.address }) };
  if (sysfs !== undefined) {
    const uuid = needed(/\/([\da-f-]{36})$/i.exec(sysfs)?.[1], `'${sysfs}' is no mediated device`);
    const model = needed(
      (['vfio-ccw', 'vfio-ap'] as const).find((name) => name === driver) ??
        (driver.startsWith('vfio-pci') ? 'vfio-pci' : undefined),
      'no such mediated device',
    );
    const shown = given({ display: parameters.flag('display'), ramfb: parameters.flag('ramfb') });
    const mdev: Hostdev = { type: 'mdev', model, source: { address: { uuid } }, ...shown, ...rest };
    return listed('hostdevs', mdev, place.uses);
  }
  const host = parameters.text('host') ?? '';
  const [, domain = '0', bus, slot, part] = HOST_ADDRESS.exec(host) ?? [];
  if (bus === undefined || slot === undefined) throw new Unmapped(`'${host}' is no PCI address`);
  const hex = (text: string) => Number.parseInt(text, 16);
  const address = { domain: hex(domain), bus: hex(bus), slot: hex(slot), function: Number(part) };
  const persistent = parameters.text('failover_pair_id');
  const teaming = persistent === undefined ? undefined : ({ type: 'transient', persistent } as const);
  const managed = true;
  return listed(
    'hostdevs',
    { type: 'pci', managed, source: { address }, ...given({ teaming }), ...romOf(parameters), ...rest },
    place.uses,
  );
};

/** A USB device of the host's, by its place there or by its maker. */
export const parseUsbHost: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const [, busText, deviceText] = /^\/dev\/bus\/usb\/(\d+)\/(\d+)$/.exec(parameters.text('hostdevice') ?? '') ?? [];
  const bus = busText === undefined ? parameters.number('hostbus') : Number(busText);
  const number = deviceText === undefined ? parameters.number('hostaddr') : Number(deviceText);
  const vendor = parameters.number('vendorid');
  const product = parameters.number('productid');
  const source = some({
    vendor: vendor === undefined ? undefined : { id: vendor },
    product: product === undefined ? undefined : { id: product },
    address: some({ bus, device: number, port: parameters.text('hostport') }),
  });
  return listed('hostdevs', {
    type: 'usb',
    source: needed(source, 'it names no device of the host'),
    ...bootOf(parameters),
    ...usbPlace(device, draft),
  });
};

/** A LUN over iSCSI that takes the guest's own commands; which adapter has one of the host's isn't said. */
export const parseScsiGeneric: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const image = readImage(parameters.text('drive') ?? '', draft.line);
  const { storage } = image;
  if (storage.type !== 'network' || storage.source.protocol !== 'iscsi') {
    throw new Unmapped('which adapter of the host has the device is not said');
  }
  const { name, hosts, auth, initiator } = storage.source;
  const { address } = scsiPlace(device, draft);
  const readonly = image.readOnly ? (true as const) : undefined;
  return listed(
    'hostdevs',
    {
      type: 'scsi',
      source: { protocol: 'iscsi', ...given({ name, hosts, auth, initiator }) },
      ...given({ readonly }),
      ...bootOf(parameters),
      ...given({ address }),
    },
    image.uses,
  );
};

/** LUNs that the kernel serves. */
export const parseVhostScsi: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const name = needed(parseVirtioName(parameters.text('driver') ?? ''), 'no virtio device');
  parameters.text('id');
  if (parameters.text('vhostfd') !== undefined) {
    draft.assumptions.push({ words: device.words, reason: 'the descriptor is one of /dev/vhost-scsi' });
  }
  const source = { protocol: 'vhost', ...given({ wwpn: parameters.text('wwpn') }) } as const;
  const place = placeOf(device, draft);
  return listed(
    'hostdevs',
    {
      type: 'scsi_host',
      source,
      ...given({ model: name.model === 'virtio' ? undefined : name.model }),
      ...bootOf(parameters),
      ...given({ address: place.address }),
    },
    place.uses,
  );
};
