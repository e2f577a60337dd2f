import type { DomainDefinition } from '@virtkit/domain-conf';
import { controllersOf, findController } from '../../definition/controllers.js';
import type { Controller, DeviceAddress, Disk, Hostdev } from '../../definition/devices.js';
import { diskIndex } from '../../definition/disk-target.js';
import { addController, changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** How many disks sit on one controller of a bus, and how they are told apart there. */
interface DriveLayout {
  readonly controller: Controller['type'];
  readonly perController: number;
  /** Units of one bus of the controller. */
  readonly perBus: number;
}

const LAYOUTS: Readonly<Partial<Record<NonNullable<NonNullable<Disk['target']>['bus']>, DriveLayout>>> = {
  ide: { controller: 'ide', perController: 4, perBus: 2 },
  sata: { controller: 'sata', perController: 6, perBus: 6 },
  scsi: { controller: 'scsi', perController: 7, perBus: 7 },
  fdc: { controller: 'fdc', perController: 2, perBus: 2 },
};

/** A disk's place on its controller follows from its target's name: `hdc` is the first unit of the second IDE bus. */
export const driveAddresses: CompletionRule = {
  name: 'place of the disk by its target',
  apply: (definition) =>
    changeDevices(definition, 'disks', (disk) => {
      const layout = layoutOf(disk);
      const index = diskIndex(disk.target?.dev ?? '');
      if (disk.address !== undefined || layout === undefined || index === undefined) return disk;
      const controller = Math.floor(index / layout.perController);
      const within = index % layout.perController;
      const bus = Math.floor(within / layout.perBus);
      const unit = within % layout.perBus;
      const address: DeviceAddress = { type: 'drive', controller, bus, target: 0, unit };
      return { ...disk, address };
    }),
};

const UNITS = LAYOUTS.scsi?.perController ?? 7;

/** A SCSI device of the host's takes the first free unit; a controller that it brings is of the kind of the others. */
export const scsiHostdevAddresses: CompletionRule = {
  name: 'place of the SCSI device of the host',
  apply: (definition) => {
    const hostdevs = definition.devices?.hostdevs ?? [];
    if (!hostdevs.some(lacksDriveAddress)) return definition;
    const taken = takenScsiPlaces(definition);
    let free = 0;
    const placed = changeDevices(definition, 'hostdevs', (hostdev) => {
      if (!lacksDriveAddress(hostdev)) return hostdev;
      while (taken.has(scsiKey(Math.floor(free / UNITS), free % UNITS))) free++;
      const controller = Math.floor(free / UNITS);
      const unit = free++ % UNITS;
      const address: DeviceAddress = { type: 'drive', controller, bus: 0, target: 0, unit };
      return { ...hostdev, address };
    });
    return hostdevControllers(placed);
  },
};

function lacksDriveAddress({ type, address }: Hostdev): boolean {
  return type === 'scsi' && address === undefined;
}

function scsiKey(controller: number, unit: number | string, bus = 0, target = 0): string {
  return `${controller}:${bus}:${target}:${unit}`;
}

function takenScsiPlaces({ devices }: DomainDefinition): Set<string> {
  const disks = devices?.disks?.filter(({ target }) => target?.bus === 'scsi') ?? [];
  const hostdevs = devices?.hostdevs?.filter(({ type }) => type === 'scsi') ?? [];
  const addresses = [...disks, ...hostdevs].map(({ address }) => address);
  return new Set(
    addresses.flatMap((address) => {
      if (address?.type !== 'drive') return [];
      const { controller = 0, unit = 0, bus, target } = address;
      return [scsiKey(controller, unit, bus, target)];
    }),
  );
}

function hostdevControllers(definition: DomainDefinition): DomainDefinition {
  const last = Math.max(
    ...(definition.devices?.hostdevs ?? []).map(({ type, address }) =>
      type === 'scsi' && address?.type === 'drive' ? (address.controller ?? 0) : -1,
    ),
  );
  const [model] = controllersOf(definition, 'scsi').flatMap((one) => (one.type === 'scsi' ? [one.model] : []));
  let current = definition;
  for (let index = 0; index <= last; index++) {
    if (findController(current, 'scsi', index) !== undefined) continue;
    current = addController(current, { type: 'scsi', index, ...(model === undefined ? {} : { model }) });
  }
  return current;
}

/** The controllers on which disks sit are there even if the definition doesn't name them. */
export const driveControllers: CompletionRule = {
  name: 'controller of the disk',
  apply: (definition) => {
    let current = definition;
    const present = new Map<Controller['type'], number>();
    for (const disk of definition.devices?.disks ?? []) {
      const layout = layoutOf(disk);
      if (layout === undefined || disk.address?.type !== 'drive') continue;
      const first = present.get(layout.controller) ?? 0;
      const last = disk.address.controller ?? 0;
      if (last < first) continue;
      current = withControllers(current, layout.controller, first, last);
      present.set(layout.controller, last + 1);
    }
    return current;
  },
};

function layoutOf({ target }: Disk): DriveLayout | undefined {
  return target?.bus === undefined ? undefined : LAYOUTS[target.bus];
}

function withControllers(
  definition: DomainDefinition,
  type: Controller['type'],
  first: number,
  last: number,
): DomainDefinition {
  let current = definition;
  for (let index = first; index <= last; index++) {
    if (findController(current, type, index) === undefined) current = addController(current, controllerOf(type, index));
  }
  return current;
}

function controllerOf(type: Controller['type'], index: number): Controller {
  return type === 'scsi' ? { type, index } : type === 'ide' ? { type, index } : { type, index };
}
