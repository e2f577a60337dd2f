import type { DomainDefinition } from '@virtkit/domain-conf';
import { findController } from '../../definition/controllers.js';
import type { Controller, DeviceAddress, Disk } from '../../definition/devices.js';
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
