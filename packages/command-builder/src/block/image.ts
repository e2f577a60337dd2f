import type { BackingStore, DataStore, OsNvram } from '@virtkit/domain-conf';
import type { Disk } from '../definition/devices.js';

/** An image, and the one below it. */
export interface Image {
  /** Where it lies: the disk itself for the top, an element of its backing chain below, or the variables of firmware. */
  readonly storage: Disk | Exclude<BackingStore, { type?: never }> | DataStore | Exclude<OsNvram, { type?: never }>;
  readonly format: string;
  readonly readOnly: boolean;
  /** `libvirt-3`: its nodes' names begin so. */
  readonly name: string;
  readonly below: Image | undefined;
  /** The file that holds the data, where the image itself holds only what describes them. */
  readonly data: Image | undefined;
  /** The definition says that the chain ends here; else QEMU is to look. */
  readonly ends: boolean;
}

/** The image of a disk of a running domain with its backing chain. */
export function imageOf(disk: Disk): Image {
  return imageAt(disk, disk.driver?.type, disk.readonly === true, disk.source?.index, disk.backingStore);
}

function imageAt(
  storage: Image['storage'],
  format = 'raw',
  readOnly: boolean,
  index = 0,
  backing?: BackingStore,
): Image {
  const { dataStore } = storage.source ?? {};
  const data =
    dataStore === undefined ? undefined : imageAt(dataStore, dataStore.format?.type, readOnly, dataStore.source?.index);
  const image = { storage, format, readOnly, name: `libvirt-${index}`, data };
  if (backing?.type === undefined) return { ...image, below: undefined, ends: backing !== undefined };
  const below = imageAt(backing, backing.format?.type, true, backing.index, backing.backingStore);
  return { ...image, below, ends: false };
}
