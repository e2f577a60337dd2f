import type { BackingStore } from '@virtkit/domain-conf';
import type { Disk } from '../../definition/devices.js';
import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** The indexes of images say nothing about the next run, in which they are drawn anew. */
export const runtimeIndexes: CompletionRule = {
  name: 'indexes of images of an earlier run',
  apply: (definition) => changeDevices(definition, 'disks', withoutIndexes),
};

function withoutIndexes(disk: Disk): Disk {
  const backing = disk.backingStore === undefined ? undefined : withoutIndex(disk.backingStore);
  if (disk.source?.index === undefined && backing === disk.backingStore) return disk;
  const kept = { ...disk };
  if (backing !== undefined) kept.backingStore = backing;
  return withoutSourceIndex(kept);
}

function withoutSourceIndex<S extends { source?: { index?: number } }>(storage: S): S {
  if (storage.source?.index === undefined) return storage;
  const source = { ...storage.source };
  delete source.index;
  return { ...storage, source };
}

function withoutIndex(backing: BackingStore): BackingStore {
  if (backing.type === undefined) return backing;
  const below = backing.backingStore === undefined ? undefined : withoutIndex(backing.backingStore);
  if (backing.index === undefined && backing.source?.index === undefined && below === backing.backingStore)
    return backing;
  const kept = { ...backing };
  delete kept.index;
  if (below !== undefined) kept.backingStore = below;
  return withoutSourceIndex(kept);
}
