import type { DomainDefinition } from '@virtkit/domain-conf';
import type { PciDemand } from '../../addresses/pci/address-set.js';
import { onRootBus } from '../../addresses/pci/pci-address.js';
import type { PciDevicePlan, PciPlace } from '../../addresses/pci/plan.js';
import { toDeviceAddress, toPciAddress } from '../../definition/device-address.js';
import type { Controller, DeviceAddress, Devices } from '../../definition/devices.js';
import type { Machine } from '../completion-context.js';

/** Any device that may sit on a PCI bus. */
interface Addressed {
  readonly address?: DeviceAddress;
}

/** A device that needs an address on a PCI bus or has one, and what it asks of the place. */
export interface PciCandidate {
  readonly device: Addressed;
  readonly plan: PciDevicePlan;
}

const CONVENTIONAL: PciDemand = { plug: 'pci-device', hotpluggable: true };
const EXPRESS: PciDemand = { plug: 'pcie-device', hotpluggable: true };

/** The devices that need an address on a PCI bus or have one, in the order in which they get theirs. */
export function pciDevices(definition: DomainDefinition, machine: Machine): PciCandidate[] {
  const { devices = {} } = definition;
  const express = hasExpressRoot(devices);
  const virtio = express ? EXPRESS : CONVENTIONAL;
  const demandOfVirtio = (model: string | undefined) => (model === 'virtio-transitional' ? CONVENTIONAL : virtio);
  const candidates: PciCandidate[] = [];
  const add = (device: Addressed, demand: PciDemand | undefined, more: Partial<PciDevicePlan> = {}) => {
    if (demand === undefined || (device.address !== undefined && device.address.type !== 'pci')) return;
    candidates.push({ device, plan: { ...demand, address: toPciAddress(device.address), ...more } });
  };
  for (const filesystem of devices.filesystems ?? [])
    add(filesystem, filesystem.driver?.type === 'mtp' ? undefined : demandOfVirtio(filesystem.model));
  for (const one of devices.interfaces ?? []) add(one, interfaceDemand(one, express, demandOfVirtio));
  devices.sounds?.forEach((sound, index) => {
    const preferred =
      machine.family === 'q35' && sound.model === 'ich9' && index === 0 ? onRootBus(ICH9_SOUND_SLOT) : undefined;
    add(sound, soundDemand(sound.model, virtio), { preferred });
  });
  addControllers(devices.controllers ?? [], express, machine, demandOfVirtio, candidates);
  for (const disk of devices.disks ?? [])
    add(disk, disk.target?.bus === 'virtio' ? demandOfVirtio(disk.model) : undefined);
  for (const hostdev of devices.hostdevs ?? []) add(hostdev, hostdevDemand(hostdev, virtio, demandOfVirtio));
  if (devices.memballoon !== undefined && devices.memballoon.model !== 'none') {
    add(devices.memballoon, demandOfVirtio(devices.memballoon.model));
  }
  for (const rng of devices.rngs ?? []) add(rng, demandOfVirtio(rng.model));
  for (const watchdog of devices.watchdogs ?? [])
    add(watchdog, watchdog.model === 'i6300esb' ? CONVENTIONAL : undefined);
  addVideos(devices, machine, virtio, add);
  for (const shmem of devices.shmems ?? []) add(shmem, CONVENTIONAL);
  for (const input of devices.inputs ?? [])
    add(input, input.bus === 'virtio' ? demandOfVirtio(input.model) : undefined);
  for (const serial of devices.serials ?? [])
    add(serial, serial.target?.type === 'pci-serial' ? CONVENTIONAL : undefined);
  for (const panic of devices.panics ?? []) {
    add(panic, panic.model === 'pvpanic' ? { ...(express ? EXPRESS : CONVENTIONAL), hotpluggable: false } : undefined);
  }
  for (const memory of devices.memories ?? []) add(memory, memory.model.startsWith('virtio') ? virtio : undefined);
  if (devices.iommu !== undefined)
    add(devices.iommu, devices.iommu.model === 'virtio' ? { ...virtio, hotpluggable: false } : undefined);
  if (devices.vsock !== undefined) add(devices.vsock, demandOfVirtio(devices.vsock.model));
  for (const crypto of devices.cryptos ?? []) add(crypto, virtio);
  if (devices.pstore !== undefined) add(devices.pstore, CONVENTIONAL);
  return candidates;
}

function hasExpressRoot({ controllers = [] }: Devices): boolean {
  return controllers.some((one) => one.type === 'pci' && one.model === 'pcie-root' && (one.index ?? 0) === 0);
}

type VirtioDemand = (model: string | undefined) => PciDemand;

/** Cards of which it is known that they are older than PCI Express. */
const CONVENTIONAL_MODELS: ReadonlySet<string> = new Set([
  'rtl8139',
  'e1000',
  'vlance',
  'vmxnet',
  'vmxnet2',
  'vmxnet3',
  'Am79C970A',
  '82540EM',
  '82545EM',
  '82543GC',
]);

function interfaceDemand(
  one: NonNullable<Devices['interfaces']>[number],
  express: boolean,
  virtio: VirtioDemand,
): PciDemand | undefined {
  if (one.type === 'hostdev') return express ? EXPRESS : CONVENTIONAL;
  const model = one.model?.type ?? '';
  if (model === 'usb-net' || model === 'spapr-vlan' || model === 'smc91c111' || model === 'lan9118') return undefined;
  if (model.startsWith('virtio')) return virtio(model);
  return express && !CONVENTIONAL_MODELS.has(model) ? EXPRESS : CONVENTIONAL;
}

function soundDemand(model: string, virtio: PciDemand): PciDemand | undefined {
  if (model === 'virtio') return virtio;
  return model === 'sb16' || model === 'pcspk' || model === 'usb' ? undefined : CONVENTIONAL;
}

function hostdevDemand(
  { type, ...rest }: NonNullable<Devices['hostdevs']>[number],
  express: PciDemand,
  virtio: VirtioDemand,
): PciDemand | undefined {
  const model = 'model' in rest ? rest.model : undefined;
  if (type === 'scsi_host') return virtio(model);
  return type === 'pci' || (type === 'mdev' && model === 'vfio-pci') ? express : undefined;
}

/** The companions of an EHCI controller share its slot; which function each has follows from its model. */
const COMPANION_FUNCTIONS: Readonly<Record<string, number>> = {
  'ich9-ehci1': 7,
  'ich9-uhci1': 0,
  'ich9-uhci2': 1,
  'ich9-uhci3': 2,
};

function addControllers(
  controllers: readonly Controller[],
  express: boolean,
  machine: Machine,
  virtio: VirtioDemand,
  candidates: PciCandidate[],
): void {
  const mains = new Map<number, number>();
  for (const controller of controllers) {
    const demand = controllerDemand(controller, express, virtio);
    if (demand === undefined || (controller.address !== undefined && controller.address.type !== 'pci')) continue;
    const plan: PciDevicePlan = { ...demand, address: toPciAddress(controller.address) };
    const pciFunction = controller.type === 'usb' ? COMPANION_FUNCTIONS[controller.model ?? ''] : undefined;
    if (pciFunction === undefined) {
      candidates.push({ device: controller, plan });
      continue;
    }
    const index = controller.index ?? 0;
    const main = mains.get(index);
    if (main === undefined) mains.set(index, candidates.length);
    const preferred = machine.family === 'q35' ? ICH9_USB_SLOTS[mains.size - 1] : undefined;
    const shared: Partial<PciDevicePlan> =
      main === undefined
        ? { function: pciFunction, preferred: preferred === undefined ? undefined : onRootBus(preferred, pciFunction) }
        : { companionOf: { device: main, function: pciFunction } };
    candidates.push({ device: controller, plan: { ...plan, ...shared } });
  }
}

/** Slot of bus 0 where the ICH9 chipset has its sound. */
const ICH9_SOUND_SLOT = 0x1b;

/** Slots of bus 0 where the ICH9 chipset has its USB controllers. */
const ICH9_USB_SLOTS: readonly number[] = [0x1d, 0x1a];

function controllerDemand(controller: Controller, express: boolean, virtio: VirtioDemand): PciDemand | undefined {
  switch (controller.type) {
    case 'usb':
      if (controller.model === 'none') return undefined;
      return express && (controller.model === 'qemu-xhci' || controller.model === 'nec-xhci') ? EXPRESS : CONVENTIONAL;
    case 'scsi':
      if (controller.model === 'virtio-scsi') return virtio('virtio');
      if (controller.model === 'ibmvscsi' || controller.model === 'ncr53c90') return undefined;
      return controller.model?.startsWith('virtio') ? virtio(controller.model) : CONVENTIONAL;
    case 'virtio-serial':
      return virtio(controller.model);
    case 'sata':
    case 'ide':
      return CONVENTIONAL;
    default:
      return undefined;
  }
}

const PRIMARY_VIDEO_SLOTS = { i440fx: 2, q35: 1 } as const;

function addVideos(
  { videos = [] }: Devices,
  { family }: Machine,
  virtio: PciDemand,
  add: (device: Addressed, demand: PciDemand | undefined, more?: Partial<PciDevicePlan>) => void,
): void {
  const slot = family === 'i440fx' || family === 'q35' ? PRIMARY_VIDEO_SLOTS[family] : undefined;
  videos.forEach((video, index) => {
    const type = video.model?.type;
    if (type === 'none' || type === 'ramfb') return;
    const preferred = index === 0 && slot !== undefined ? onRootBus(slot) : undefined;
    const express = type === 'virtio' || (type === 'bochs' && virtio === EXPRESS);
    add(video, express ? virtio : CONVENTIONAL, { preferred });
  });
}

/** Writes the places into the devices that have none. */
export function placeDevices(
  definition: DomainDefinition,
  places: ReadonlyMap<unknown, PciPlace | undefined>,
): DomainDefinition {
  const placed = <D>(device: D): D => {
    const place = places.get(device);
    return place === undefined || hasPciAddress(device)
      ? device
      : { ...device, address: { ...addressOf(device), ...toDeviceAddress(place) } };
  };
  const changed: Record<string, unknown> = {};
  for (const [kind, value] of Object.entries(definition.devices ?? {})) {
    const next = Array.isArray(value) ? value.map(placed) : placed(value);
    const same =
      Array.isArray(value) && Array.isArray(next) ? value.every((one, index) => one === next[index]) : value === next;
    if (!same) changed[kind] = next;
  }
  return Object.keys(changed).length === 0
    ? definition
    : { ...definition, devices: { ...definition.devices, ...changed } };
}

/** What the definition says of an address beside the place. */
function addressOf(device: unknown): object {
  if (typeof device !== 'object' || device === null || !('address' in device)) return {};
  const { address } = device;
  return typeof address === 'object' && address !== null ? address : {};
}

function hasPciAddress(device: unknown): boolean {
  if (typeof device !== 'object' || device === null || !('address' in device)) return false;
  const { address } = device;
  return typeof address === 'object' && address !== null && 'slot' in address;
}
