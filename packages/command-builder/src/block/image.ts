import type { BackingStore, OsNvram } from '@virtkit/domain-conf';
import type { BuildContext } from '../build/build-context.js';
import type { Disk } from '../definition/devices.js';

/** An image, and the one below it. */
export interface Image {
  /** Where it lies: the disk itself for the top, an element of its backing chain below, or the variables of firmware. */
  readonly storage: Disk | Exclude<BackingStore, { type?: never }> | Exclude<OsNvram, { type?: never }>;
  readonly format: string;
  readonly readOnly: boolean;
  /** `libvirt-3`: its nodes' names begin so. */
  readonly name: string;
  readonly below: Image | undefined;
  /** The definition says that the chain ends here; else QEMU is to look. */
  readonly ends: boolean;
}

/** The image of a disk with its backing chain. */
export function imageOf(disk: Disk, context: BuildContext): Image {
  const first = firstNumber(disk, context);
  const format = disk.driver?.type ?? 'raw';
  return imageAt(disk, format, disk.readonly === true, first, disk.backingStore);
}

function imageAt(
  storage: Image['storage'],
  format: string,
  readOnly: boolean,
  number: number,
  backing: BackingStore | undefined,
): Image {
  const name = `libvirt-${number}`;
  if (backing === undefined || backing.type === undefined) {
    return { storage, format, readOnly, name, below: undefined, ends: backing !== undefined };
  }
  const below = imageAt(backing, backing.format?.type ?? 'raw', true, number + 1, backing.backingStore);
  return { storage, format, readOnly, name, below, ends: false };
}

/** Images are numbered from the last disk to the first, so that one that is added at the end has no other's number. */
function firstNumber(disk: Disk, { definition }: BuildContext): number {
  const disks = definition.devices?.disks ?? [];
  const later = disks.slice(disks.indexOf(disk) + 1);
  return later.reduce((sum, one) => sum + chainLength(one.backingStore) + 1, 1);
}

function chainLength(backing: BackingStore | undefined): number {
  return backing === undefined || backing.type === undefined ? 0 : 1 + chainLength(backing.backingStore);
}
