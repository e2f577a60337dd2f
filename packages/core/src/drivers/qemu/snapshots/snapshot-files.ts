import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DomainSnapshotDefinition,
  formatDomainSnapshot,
  parseDomainSnapshot,
} from '@virtkit/domain-conf/documents';
import { MomentTree } from '../../../driver/moment-tree.js';
import type { Snapshot } from '../../../driver/snapshot-functions.js';
import { reportBackgroundError } from '../background-errors.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import { removeFileDurably, writeFileAtomically } from '../state/atomic-file.js';
import { namesIn } from '../state/names-in.js';

const SUFFIX = '.xml';

/** A snapshot of a domain, as its file tells. */
export interface QemuSnapshot extends Snapshot {
  readonly definition: DomainSnapshotDefinition;
}

/** The snapshots of a domain lie in a directory of their own, one file each; the current one's says so. */
function directoryOf({ layout }: QemuRoot, { name }: DomainRecord): string {
  return join(layout.snapshots, name);
}

/** Whether the domain has snapshots. */
export function hasSnapshots(root: QemuRoot, record: DomainRecord): boolean {
  return existsSync(directoryOf(root, record));
}

/** Reads a domain's snapshots; one whose file is damaged is reported, and taken for none. */
export async function readSnapshots(root: QemuRoot, record: DomainRecord): Promise<MomentTree<QemuSnapshot>> {
  const directory = directoryOf(root, record);
  const tree = new MomentTree<QemuSnapshot>('domain snapshot', 'NO_DOMAIN_SNAPSHOT', 'QEMU');
  let current: QemuSnapshot | undefined;
  for (const name of [...namesIn(directory, SUFFIX)].sort()) {
    const snapshot = await readSnapshot(join(directory, name + SUFFIX), name).catch((error: unknown) => {
      reportBackgroundError(record.name, error);
    });
    if (snapshot === undefined) continue;
    tree.add(snapshot);
    if (snapshot.definition.active === 1) current = snapshot;
  }
  tree.current = current;
  return tree;
}

async function readSnapshot(path: string, name: string): Promise<QemuSnapshot> {
  const definition = parseDomainSnapshot(await readFile(path, 'utf8'));
  const { state, parent } = definition;
  return {
    name,
    parent: parent?.name,
    state: state === undefined || state === 'disk-snapshot' ? 'shutoff' : state,
    definition,
  };
}

/** Writes a snapshot's file. */
export async function writeSnapshot(root: QemuRoot, record: DomainRecord, snapshot: QemuSnapshot): Promise<void> {
  const directory = directoryOf(root, record);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { parent, definition, name } = snapshot;
  const { parent: _, ...rest } = definition;
  const written = { ...rest, ...(parent !== undefined && { parent: { name: parent } }) };
  await writeFileAtomically(
    join(directory, name + SUFFIX),
    formatDomainSnapshot(written, { inactive: true, secure: true }),
  );
}

/** Removes a snapshot's file, and the directory with the last one. */
export async function removeSnapshot(root: QemuRoot, record: DomainRecord, { name }: Snapshot): Promise<void> {
  const directory = directoryOf(root, record);
  await removeFileDurably(join(directory, name + SUFFIX));
  if ((await readdir(directory)).length === 0) await rm(directory, { recursive: true });
}

/** Removes what is known of a domain's snapshots; what lies in its images stays there. */
export async function forgetSnapshots(root: QemuRoot, record: DomainRecord): Promise<void> {
  await rm(directoryOf(root, record), { recursive: true, force: true });
}

/** Makes a snapshot the current one, or none. */
export async function writeCurrent(
  root: QemuRoot,
  record: DomainRecord,
  { current: former }: Pick<MomentTree<QemuSnapshot>, 'current'>,
  next: QemuSnapshot | undefined,
): Promise<void> {
  if (former !== undefined && former !== next) await writeSnapshot(root, record, marked(former, 0));
  if (next !== undefined) await writeSnapshot(root, record, marked(next, 1));
}

function marked(snapshot: QemuSnapshot, active: 0 | 1): QemuSnapshot {
  return { ...snapshot, definition: { ...snapshot.definition, active } };
}
