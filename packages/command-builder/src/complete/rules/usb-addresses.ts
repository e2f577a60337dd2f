import type { DomainDefinition } from '@virtkit/domain-conf';
import { hubsNeeded, UsbPorts } from '../../addresses/usb/usb-ports.js';
import { controllersOf } from '../../definition/controllers.js';
import type { Controller, DeviceAddress, Devices } from '../../definition/devices.js';
import { addDevices, withDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** The ports of a new definition's USB devices; an existing one gets them when it starts, as it always did. */
export const usbAddresses: CompletionRule = {
  name: 'port of the USB device',
  apply: (definition, { origin }) => (origin === 'new' ? assignUsbPorts(definition) : definition),
};

interface Addressed {
  readonly address?: DeviceAddress;
}

type UsbController = Extract<Controller, { type: 'usb' }>;

/** Root ports of each model of controller. */
const ROOT_PORTS: Readonly<Partial<Record<NonNullable<UsbController['model']>, number>>> = {
  'piix3-uhci': 2,
  'piix4-uhci': 2,
  'vt82c686b-uhci': 2,
  'pci-ohci': 3,
  ehci: 6,
  'ich9-ehci1': 6,
  'nec-xhci': 4,
  'qemu-xhci': 4,
};

/** Gives each USB device a port, and adds the hubs that this takes. */
export function assignUsbPorts(definition: DomainDefinition): DomainDefinition {
  const ports = new UsbPorts();
  let any = false;
  for (const controller of controllersOf(definition, 'usb')) {
    if (controller.type !== 'usb' || controller.master !== undefined) continue;
    const count = controller.ports ?? ROOT_PORTS[controller.model ?? 'piix3-uhci'];
    if (count === undefined) continue;
    ports.addBus(controller.index ?? 0, count);
    any = true;
  }
  if (!any) return definition;
  reserveGiven(definition, ports);
  const open = usbDevices(definition.devices ?? {}).filter(({ address }) => !isPlaced(address)).length;
  const hubs = (definition.devices?.hubs ?? []).filter(({ address }) => !isPlaced(address)).length;
  if (open + hubs === 0) return definition;
  const missing = hubsNeeded(open + hubs, ports.freePorts + hubs * HUB_PORTS);
  const withHubs = addDevices(definition, 'hubs', ...Array.from({ length: missing }, () => ({ type: 'usb' }) as const));
  return place(withHubs, ports);
}

const HUB_PORTS = 8;

function isPlaced(address: DeviceAddress | undefined): boolean {
  return address !== undefined && (address.type !== 'usb' || address.port !== undefined);
}

/** Hubs come first, those nearer to the root before those behind them. */
function reserveGiven({ devices = {} }: DomainDefinition, ports: UsbPorts): void {
  const given = (list: readonly Addressed[]) =>
    list.flatMap(({ address }) =>
      address?.type === 'usb' && address.port !== undefined ? [{ bus: address.bus ?? 0, port: address.port }] : [],
    );
  const hubs = given(devices.hubs ?? []).sort((a, b) => a.port.split('.').length - b.port.split('.').length);
  for (const address of hubs) ports.reserve(address, 'hub');
  for (const address of given(usbDevices(devices))) ports.reserve(address, 'device');
}

function usbDevices(devices: Devices): Addressed[] {
  return [
    ...(devices.filesystems ?? []).filter(({ driver }) => driver?.type === 'mtp'),
    ...(devices.disks ?? []).filter(({ target }) => target?.bus === 'usb'),
    ...(devices.interfaces ?? []).filter(({ model }) => model?.type === 'usb-net'),
    ...(devices.controllers ?? []).filter(({ type }) => type === 'ccid'),
    ...(devices.hostdevs ?? []).filter(({ type }) => type === 'usb'),
    ...(devices.inputs ?? []).filter(({ bus }) => bus === 'usb'),
    ...(devices.sounds ?? []).filter(({ model }) => model === 'usb'),
    ...(devices.redirdevs ?? []),
    ...(devices.serials ?? []).filter(({ target }) => target?.type === 'usb-serial'),
  ];
}

function place(definition: DomainDefinition, ports: UsbPorts): DomainDefinition {
  const { devices = {} } = definition;
  const placeOne = <D extends Addressed>(device: D, plugged: 'hub' | 'device'): D => {
    if (isPlaced(device.address)) return device;
    const asked = device.address?.type === 'usb' ? device.address.bus : undefined;
    const { bus, port } = ports.reserveNext(plugged, asked);
    return { ...device, address: { type: 'usb', bus, port } };
  };
  const wanted = new Set(usbDevices(devices));
  const placeList = <D extends Addressed>(list: D[] | undefined): D[] | undefined =>
    list?.map((device) => (wanted.has(device) ? placeOne(device, 'device') : device));
  const hubs = devices.hubs?.map((hub) => placeOne(hub, 'hub'));
  const placed = {
    filesystems: placeList(devices.filesystems),
    disks: placeList(devices.disks),
    interfaces: placeList(devices.interfaces),
    controllers: placeList(devices.controllers),
    hostdevs: placeList(devices.hostdevs),
    inputs: placeList(devices.inputs),
    sounds: placeList(devices.sounds),
    redirdevs: placeList(devices.redirdevs),
    serials: placeList(devices.serials),
    hubs,
  };
  const changed: Partial<Devices> = {};
  for (const [kind, list] of Object.entries(placed)) if (list !== undefined) Object.assign(changed, { [kind]: list });
  return wanted.size === 0 && hubs === undefined ? definition : withDevices(definition, changed);
}
