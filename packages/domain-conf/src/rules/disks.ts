import type { Disk } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>;

const BUS_BY_PREFIX: readonly (readonly [prefix: string, bus: Bus])[] = [
  ['fd', 'fdc'],
  ['hd', 'ide'],
  ['sd', 'scsi'],
  ['vd', 'virtio'],
  ['xvd', 'xen'],
  ['ubd', 'uml'],
];

/** The number that a target's letters stand for: `vda` is 0, `vdaa` 26. */
function diskNumber(target: string): number {
  const letters = /^(?:[fhsv]d|xvd|ubd)([a-z]+)\d*$/.exec(target)?.[1] ?? '';
  return [...letters].reduce((number, letter) => (number + 1) * 26 + letter.charCodeAt(0) - 97, -1);
}

/**
 * A disk is a disk on the bus that its target's name says, and CD-ROMs are read-only. The disks of a bus stand together, by
 * their target's number; buses follow each other as their first disks do, and those that don't say theirs are one.
 */
export const completeDisks: FormatRule = ({ devices }) => {
  if (devices?.disks === undefined) return;
  const asked = devices.disks.map(({ target }) => target?.bus);
  const buses = [...new Set(asked)];
  devices.disks = devices.disks.map(withFileIfEmpty);
  for (const disk of devices.disks) completeDisk(disk);
  devices.disks = devices.disks
    .map((disk, index) => ({
      disk,
      index,
      bus: buses.indexOf(asked[index]),
      number: diskNumber(disk.target?.dev ?? ''),
    }))
    .sort((a, b) => a.bus - b.bus || a.number - b.number || a.index - b.index)
    .map(({ disk }) => disk);
};

/** A drive without medium is of no type but that of files. */
function withFileIfEmpty(disk: Disk): Disk {
  const isRemovable = disk.device === 'cdrom' || disk.device === 'floppy';
  if (disk.source !== undefined || disk.type === 'file' || !isRemovable) return disk;
  const { type, source, ...drive } = disk;
  return { type: 'file', ...drive };
}

function completeDisk(disk: Disk): void {
  disk.device ??= 'disk';
  const { target } = disk;
  if (target?.dev !== undefined && target.bus === undefined) {
    const { dev } = target;
    const bus = disk.device === 'floppy' ? 'fdc' : BUS_BY_PREFIX.find(([prefix]) => dev.startsWith(prefix))?.[1];
    if (bus !== undefined) target.bus = bus;
  }
  if (disk.device === 'cdrom') disk.readonly = true;
  if (target?.tray === 'closed') delete target.tray;
  if (target?.bus !== 'usb') delete target?.removable;
  if (disk.driver?.cache === 'default') delete disk.driver.cache;
  if (disk.type === 'vhostuser') disk.snapshot ??= 'no';
  const kept = disk.source?.seclabels?.filter(({ labelskip }) => labelskip !== true);
  if (disk.source?.seclabels !== undefined && kept !== undefined) disk.source.seclabels = kept;
}
