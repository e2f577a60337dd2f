import { aliasOf } from '@virtkit/command-builder';
import { SNAPSHOT_DELETE_FLAGS as DELETE, hasFlagSet, refuseFlags } from '../../../driver/flags.js';
import type { MomentTree } from '../../../driver/moment-tree.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import { changeImages } from './offline-images.js';
import { internalDisks } from './revert-to-snapshot.js';
import { type QemuSnapshot, removeSnapshot, writeCurrent, writeSnapshot } from './snapshot-files.js';

/**
 * Removes a snapshot, or what came after it, or both, from the images and from what is known of the domain. The domain's job
 * must be held. Those that came after one that is removed come after its parent, which becomes the current one in its place.
 * @throws VirtError INTERNAL_ERROR, OPERATION_FAILED if an image can't be changed: what was not yet removed is still known
 */
export async function deleteSnapshot(
  root: QemuRoot,
  record: DomainRecord,
  tree: MomentTree<QemuSnapshot>,
  snapshot: QemuSnapshot,
  flags: number,
  signal: AbortSignal,
): Promise<void> {
  refuseFlags(flags, ~(DELETE.children | DELETE.metadataOnly | DELETE.childrenOnly));
  const withChildren = hasFlagSet(flags, DELETE.children | DELETE.childrenOnly);
  const after = withChildren ? tree.descendantsOf(snapshot).toReversed() : [];
  const doomed = hasFlagSet(flags, DELETE.childrenOnly) ? after : [...after, snapshot];
  for (const one of doomed) {
    if (!hasFlagSet(flags, DELETE.metadataOnly)) await removeFromImages(record, one, signal);
    const children = tree.childrenOf(one);
    const isCurrent = tree.current === one;
    tree.remove(one);
    for (const child of children) await writeSnapshot(root, record, child);
    await removeSnapshot(root, record, one);
    if (isCurrent) await writeCurrent(root, record, tree, tree.current);
  }
}

async function removeFromImages({ monitor }: DomainRecord, snapshot: QemuSnapshot, signal: AbortSignal): Promise<void> {
  const { domain } = snapshot.definition;
  if (domain === undefined) return;
  const disks = internalDisks(snapshot, domain);
  if (monitor === undefined) return changeImages('delete', snapshot.name, disks, signal);
  await monitor.deleteSnapshot(
    snapshot.name,
    disks.map((disk) => aliasOf(disk) ?? ''),
    signal,
  );
}
