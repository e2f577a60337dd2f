import type { Controller } from '../../definition/devices.js';
import { SCSI_DRIVERS } from '../../devices/controllers/scsi-controller.js';
import { USB_DRIVERS } from '../../devices/controllers/usb-controller.js';
import { type DeviceParser, type Draft, listed } from '../draft.js';
import { given, keyOf, some } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed } from '../unmapped.js';
import { isPciDriver, PCI_MODELS } from './controller-drivers.js';
import { type DevicePlace, pciPlace, placeOf, spaprVioPlace, usbPlace } from './device-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioOptions } from './virtio-options.js';

/** The index under which the buses know a controller. */
function indexOf(type: Controller['type'], { parameters }: NativeArgument, { buses }: Draft): number {
  const id = parameters.text('id');
  return needed(buses.owner(id ?? `${type} without an id`), `the ${type} controller has no index`).index;
}

const placed = ({ address }: DevicePlace) => given({ address });

/** A PCI controller: a bridge, a port, or another root. */
export const parsePciController: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const modelName = needed([parameters.text('driver') ?? ''].find(isPciDriver), 'no such PCI controller');
  const index = indexOf('pci', device, draft);
  const isRoot = modelName === 'spapr-pci-host-bridge';
  const place = isRoot ? { uses: [] } : pciPlace(device, draft);
  const target = some({
    index: isRoot ? parameters.number('index') : undefined,
    chassisNr: parameters.number('chassis_nr'),
    chassis: parameters.number('chassis'),
    port: parameters.number('port'),
    busNr: parameters.number('bus_nr'),
    hotplug: parameters.flag('hotplug'),
    memReserve: parameters.sizeKiB('mem-reserve'),
    node: parameters.number('numa_node'),
  });
  const controller = { type: 'pci', index, model: PCI_MODELS[modelName], modelName, ...given({ target }) } as const;
  return listed('controllers', { ...controller, ...placed(place) }, place.uses);
};

/** A USB controller, or a companion that shares the bus of another. */
export const parseUsbController: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const model = needed(keyOf(USB_DRIVERS, parameters.text('driver')), 'no such USB controller');
  const place = pciPlace(device, draft);
  const bus = parameters.text('masterbus');
  if (bus !== undefined) {
    const master = needed(draft.buses.ofBus(bus), `there is no USB controller for bus '${bus}'`);
    const startport = parameters.number('firstport') ?? 0;
    parameters.text('id');
    return listed('controllers', { type: 'usb', index: master.index, model, master: { startport }, ...placed(place) });
  }
  const ports = parameters.number('p2');
  parameters.implied('p3', String(ports));
  const index = indexOf('usb', device, draft);
  return listed('controllers', { type: 'usb', index, model, ...given({ ports }), ...placed(place) }, place.uses);
};

/** A SCSI controller. */
export const parseScsiController: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  const index = indexOf('scsi', device, draft);
  const virtio = parseVirtioName(driver);
  if (virtio === undefined) {
    const model = needed(keyOf(SCSI_DRIVERS, driver), 'no such SCSI controller');
    const place = model === 'ibmvscsi' ? { ...spaprVioPlace(device), uses: [] } : pciPlace(device, draft);
    return listed('controllers', { type: 'scsi', index, model, ...placed(place) }, place.uses);
  }
  const place = placeOf(device, draft);
  const options = some({
    ...virtioOptions(parameters),
    iothread: iothreadOf(parameters.text('iothread'), draft),
    queues: parameters.number('num_queues'),
    cmdPerLun: parameters.number('cmd_per_lun'),
    maxSectors: parameters.number('max_sectors'),
    ioeventfd: parameters.flag('ioeventfd'),
  });
  const model = virtio.model === 'virtio' ? 'virtio-scsi' : virtio.model;
  return listed(
    'controllers',
    { type: 'scsi', index, model, ...given({ driver: options }), ...placed(place) },
    place.uses,
  );
};

/** The number of a thread for I/O. */
export function iothreadOf(id: string | undefined, { iothreads }: Draft): number | undefined {
  return id === undefined ? undefined : needed(iothreads.get(id), `there is no I/O thread '${id}'`);
}

/** A controller of virtio ports. */
export const parseVirtioSerialController: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const name = needed(parseVirtioName(parameters.text('driver') ?? ''), 'no virtio device');
  const index = indexOf('virtio-serial', device, draft);
  const place = placeOf(device, draft);
  const controller: Controller = {
    type: 'virtio-serial',
    index,
    ...given({
      model: name.model === 'virtio' ? undefined : name.model,
      ports: parameters.number('max_ports'),
      vectors: parameters.number('vectors'),
      driver: some(virtioOptions(parameters)),
    }),
    ...placed(place),
  };
  return listed('controllers', controller, place.uses);
};

/** A SATA controller beside that of the chipset. */
export const parseSataController: DeviceParser = (device, draft) => {
  device.parameters.text('driver');
  const index = indexOf('sata', device, draft);
  const place = pciPlace(device, draft);
  return listed('controllers', { type: 'sata', index, ...placed(place) }, place.uses);
};

/** A reader of smart cards. */
export const parseCcidController: DeviceParser = (device, draft) => {
  device.parameters.text('driver');
  const index = indexOf('ccid', device, draft);
  return listed('controllers', { type: 'ccid', index, ...usbPlace(device, draft) });
};
