import { imageOf } from '../block/image.js';
import type { CharacterDevice, Disk, Interface, Tpm } from '../definition/devices.js';
import type { BuildContext } from './build-context.js';

/**
 * Number of the set that holds a file's descriptor. Sets are numbered in the order of the command line, so that each is told
 * by the devices before it.
 */
export function fdsetNumber(context: BuildContext, descriptor: string): number {
  const { disks = [], interfaces = [], tpms = [] } = context.definition.devices ?? {};
  const { serials = [], parallels = [], channels = [], consoles = [] } = context.definition.devices ?? {};
  const own = consoles.filter(({ target }) => target?.type !== 'serial');
  const sets = [
    ...disks.flatMap(setsOfDisk),
    ...interfaces.flatMap(setsOfInterface),
    ...[...serials, ...parallels, ...channels, ...own].flatMap(setsOf),
    ...tpms.flatMap(setsOfTpm),
  ];
  return sets.indexOf(descriptor);
}

function setsOf(chardev: CharacterDevice): string[] {
  const name = chardev.alias?.name ?? '';
  const source = chardev.type === 'file' ? [`${name}-source`] : [];
  return chardev.log?.file === undefined ? source : [...source, `${name}-log`];
}

function setsOfDisk(disk: Disk): string[] {
  return disk.type === 'vhostvdpa' ? [`${imageOf(disk).name}-storage-vdpa`] : [];
}

function setsOfInterface({ type, alias }: Interface): string[] {
  return type === 'vdpa' ? [`${alias?.name ?? ''}-vdpa`] : [];
}

function setsOfTpm({ alias, backend }: Tpm): string[] {
  const name = alias?.name ?? '';
  return backend.type === 'passthrough' ? [`${name}-tpm`, `${name}-cancel`] : [];
}
