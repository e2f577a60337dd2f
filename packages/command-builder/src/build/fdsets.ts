import type { DomainDefinition } from '@virtkit/domain-conf';
import { imageOf } from '../block/image.js';
import type { CharacterDevice, Disk, Interface, Tpm } from '../definition/devices.js';

/** The sets that hold files' descriptors, by those, numbered in the order of the command line. */
export function fdsetNumbers({ devices = {} }: DomainDefinition): ReadonlyMap<string, number> {
  const { disks = [], interfaces = [], tpms = [] } = devices;
  const { serials = [], parallels = [], channels = [], consoles = [] } = devices;
  const own = consoles.filter(({ target }) => target?.type !== 'serial');
  const sets = [
    ...disks.flatMap(setsOfDisk),
    ...interfaces.flatMap(setsOfInterface),
    ...[...serials, ...parallels, ...channels, ...own].flatMap(setsOf),
    ...tpms.flatMap(setsOfTpm),
  ];
  return new Map(sets.map((descriptor, number) => [descriptor, number]));
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
