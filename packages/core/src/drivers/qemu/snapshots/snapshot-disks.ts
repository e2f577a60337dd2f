import type { Disk, DomainDefinition } from '@virtkit/domain-conf';
import type { DomainSnapshotDefinition } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { pathOfDisk } from '../images/path-of-disk.js';

type SnapshotDisk = NonNullable<DomainSnapshotDefinition['disks']>[number];
type Kind = NonNullable<SnapshotDisk['snapshot']>;

/** What a snapshot takes of each disk. */
export interface SnapshotDisks {
  /** As the snapshot's XML tells it. */
  readonly described: SnapshotDisk[];
  /** Those whose images take it in. */
  readonly internal: readonly Disk[];
}

const unsupported = (detail: string): VirtError => new VirtError('CONFIG_UNSUPPORTED', detail, { domain: 'QEMU' });

/**
 * Chooses what to take of a domain's disks: what the caller asked for, else what the disk itself says, else all of it.
 * @throws VirtError CONFIG_UNSUPPORTED for a disk that isn't there, or that can't be taken so
 */
export function snapshotDisks(
  { devices }: DomainDefinition,
  asked: readonly SnapshotDisk[] = [],
  isActive = false,
): SnapshotDisks {
  const disks = devices?.disks ?? [];
  const unknown = asked.find(({ name }) => !disks.some((disk) => isCalled(disk, name)));
  if (unknown !== undefined) throw unsupported(`no disk named '${unknown.name}'`);
  const chosen = disks.map((disk) => ({ disk, kind: kindOf(disk, asked) }));
  for (const { disk, kind } of chosen) checkKind(disk, kind);
  const internal = chosen.filter(({ kind }) => kind === 'internal').map(({ disk }) => disk);
  const isLacking = chosen.some(({ disk, kind }) => kind !== 'internal' && isWritable(disk));
  if (isActive && (internal.length === 0 || isLacking)) {
    throw unsupported('internal and full system snapshots require all disks to be selected for snapshot');
  }
  if (internal.length === 0) throw unsupported('nothing selected for snapshot');
  return { described: chosen.map(({ disk, kind }) => ({ name: disk.target?.dev ?? '', snapshot: kind })), internal };
}

function isCalled(disk: Disk, name: string): boolean {
  return disk.target?.dev === name || pathOfDisk(disk) === name;
}

function isWritable(disk: Disk): boolean {
  return disk.readonly !== true && disk.source !== undefined;
}

function kindOf(disk: Disk, asked: readonly SnapshotDisk[]): Kind {
  const own = asked.find(({ name }) => isCalled(disk, name))?.snapshot ?? disk.snapshot;
  return own ?? (isWritable(disk) ? 'internal' : 'no');
}

function checkKind(disk: Disk, kind: Kind): void {
  const name = disk.target?.dev ?? '';
  if (kind === 'external') throw unsupported(`external snapshot for disk ${name} is not supported`);
  if (kind !== 'internal') return;
  const format = disk.driver?.type ?? 'raw';
  if (format === 'qcow2' && pathOfDisk(disk) !== undefined) return;
  throw unsupported(`internal snapshot for disk ${name} unsupported for storage type ${format}`);
}
