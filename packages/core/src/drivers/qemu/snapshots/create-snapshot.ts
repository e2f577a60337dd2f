import { aliasOf, inactiveDefinition } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { type DomainSnapshotDefinition, parseDomainSnapshot } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { SNAPSHOT_CREATE_FLAGS as CREATE, hasFlagSet, refuseFlags } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import { enterState } from '../enter-state.js';
import type { QemuRoot } from '../qemu-root.js';
import { stopDomain } from '../stop-domain.js';
import { changeImages } from './offline-images.js';
import { snapshotDisks } from './snapshot-disks.js';
import { type QemuSnapshot, readSnapshots, writeCurrent, writeSnapshot } from './snapshot-files.js';

/** Those of external snapshots. */
const REFUSED = CREATE.reuseExternal | CREATE.quiesce | CREATE.live;

const MS = 1000;

/**
 * Takes a snapshot of a domain into its images: of its disks, and of its memory if it runs. The domain's job must be held.
 * @throws VirtError CONFIG_UNSUPPORTED for disks that can't be taken so, OPERATION_FAILED if there is one of that name
 */
export async function createSnapshot(
  root: QemuRoot,
  record: DomainRecord,
  xml: string,
  flags: number,
  signal: AbortSignal,
): Promise<QemuSnapshot> {
  refuseFlags(flags, REFUSED);
  if (hasFlagSet(flags, CREATE.diskOnly)) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'snapshots of disks alone, beside their images', { domain: 'QEMU' });
  }
  const asked = parseDomainSnapshot(xml);
  if (hasFlagSet(flags, CREATE.redefine)) return redefine(root, record, asked, hasFlagSet(flags, CREATE.current));
  const tree = await readSnapshots(root, record);
  const creationTime = Math.floor(Date.now() / MS);
  const name = asked.name ?? String(creationTime);
  checkName(name);
  if (tree.all().some((one) => one.name === name)) {
    throw new VirtError('OPERATION_FAILED', `domain moment ${name} already exists`, { domain: 'QEMU' });
  }
  const snapshot = isActive(record)
    ? await takeLive(root, record, { ...asked, name, creationTime }, hasFlagSet(flags, CREATE.halt), signal)
    : await takeOffline(record, { ...asked, name, creationTime }, signal);
  const placed = { ...snapshot, parent: tree.current?.name };
  if (!hasFlagSet(flags, CREATE.noMetadata)) await writeCurrent(root, record, tree, placed);
  return placed;
}

/** A snapshot's name names its file. @throws VirtError XML_DETAIL */
function checkName(name: string): void {
  const complain = (why: string): never => {
    throw new VirtError('XML_DETAIL', `invalid snapshot name '${name}': name can't ${why}`, { domain: 'QEMU' });
  };
  if (name.includes('/')) complain("contain '/'");
  if (name.startsWith('.')) complain("start with '.'");
}

/** Takes note of a snapshot that the images have already. */
async function redefine(
  root: QemuRoot,
  record: DomainRecord,
  definition: DomainSnapshotDefinition,
  isCurrent: boolean,
): Promise<QemuSnapshot> {
  const { name, state = 'shutoff', parent } = definition;
  if (name === undefined) throw new VirtError('XML_ERROR', 'a redefined snapshot must have a name', { domain: 'QEMU' });
  checkName(name);
  const snapshot: QemuSnapshot = {
    name,
    parent: parent?.name,
    state: state === 'disk-snapshot' ? 'shutoff' : state,
    definition,
  };
  const tree = await readSnapshots(root, record);
  const former = tree.current;
  tree.put(snapshot);
  if (isCurrent) await writeCurrent(root, record, { current: former }, snapshot);
  else await writeSnapshot(root, record, snapshot);
  return snapshot;
}

type Named = DomainSnapshotDefinition & { readonly name: string };

async function takeOffline({ persistent }: DomainRecord, asked: Named, signal: AbortSignal): Promise<QemuSnapshot> {
  const definition = persistent?.read() ?? { type: 'qemu' };
  const { described, internal } = snapshotDisks(definition, asked.disks);
  await changeImages('create', asked.name, internal, signal);
  return describe(asked, 'shutoff', described, definition);
}

async function takeLive(
  root: QemuRoot,
  record: DomainRecord,
  asked: Named,
  halts: boolean,
  signal: AbortSignal,
): Promise<QemuSnapshot> {
  const { monitor, persistent } = record;
  const { definition, state } = activeStatus(record);
  const { described, internal } = snapshotDisks(definition, asked.disks, true);
  if (monitor === undefined) throw new VirtError('INTERNAL_ERROR', 'nobody holds the monitor', { domain: 'QEMU' });
  const wasRunning = state.state === 'running';
  if (wasRunning) {
    await monitor.stop(signal);
    await enterState(root, record, { state: 'paused', reason: 'snapshot' }, { event: 'suspended', detail: 'paused' });
  }
  const goOn = async (): Promise<void> => {
    if (!wasRunning) return;
    await monitor.cont(root.closing.signal);
    await enterState(root, record, { state: 'running', reason: 'unpaused' }, { event: 'resumed', detail: 'unpaused' });
  };
  try {
    const disks = internal.map((disk) => aliasOf(disk) ?? '');
    await monitor.saveSnapshot(asked.name, disks, signal);
  } catch (error) {
    await goOn();
    throw error;
  }
  if (halts) await stopDomain(root, record, 'from snapshot');
  else await goOn();
  const kept = inactiveDefinition(definition);
  const snapshot = describe(asked, wasRunning ? 'running' : 'paused', described, kept);
  if (persistent === undefined) return snapshot;
  return { ...snapshot, definition: { ...snapshot.definition, inactiveDomain: persistent.read() } };
}

function describe(
  { name, description, creationTime = 0 }: Named,
  state: 'running' | 'paused' | 'shutoff',
  disks: NonNullable<DomainSnapshotDefinition['disks']>,
  domain: DomainDefinition,
): QemuSnapshot {
  const definition: DomainSnapshotDefinition = {
    name,
    ...(description !== undefined && { description }),
    state,
    creationTime,
    memory: { snapshot: state === 'shutoff' ? 'no' : 'internal' },
    disks,
    domain,
  };
  return { name, parent: undefined, state, definition };
}
