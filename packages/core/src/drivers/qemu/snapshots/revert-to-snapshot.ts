import { completeDomain } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { hasFlagSet, SNAPSHOT_REVERT_FLAGS as REVERT, refuseFlags } from '../../../driver/flags.js';
import { emulatorFor } from '../../../host/emulator-for.js';
import { changePersistent } from '../change-persistent.js';
import type { NamedDefinition } from '../define-domain.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import { enterState } from '../enter-state.js';
import { emitLifecycle } from '../lifecycle-events.js';
import type { QemuRoot } from '../qemu-root.js';
import { startDomain } from '../start-domain.js';
import { stopDomain } from '../stop-domain.js';
import { changeImages } from './offline-images.js';
import { snapshotDisks } from './snapshot-disks.js';
import { type QemuSnapshot, readSnapshots, writeCurrent } from './snapshot-files.js';

/**
 * Makes a domain what it was: its definition, its disks, and its memory if it ran. What it is doing now is lost. The domain's
 * job must be held.
 * @throws VirtError INTERNAL_ERROR if an image can't be set back, and as starting a domain does
 */
export async function revertToSnapshot(
  root: QemuRoot,
  record: DomainRecord,
  snapshot: QemuSnapshot,
  flags: number,
  signal: AbortSignal,
): Promise<void> {
  refuseFlags(flags, ~(REVERT.running | REVERT.paused | REVERT.force));
  const { domain, inactiveDomain = domain } = snapshot.definition;
  if (domain === undefined || inactiveDomain === undefined) {
    const detail = `snapshot '${snapshot.name}' lacks domain '${record.name}' rollback info`;
    throw new VirtError('SNAPSHOT_REVERT_RISKY', detail, { domain: 'QEMU' });
  }
  if (isActive(record)) await stopDomain(root, record, 'from snapshot');
  const hasMemory = snapshot.state !== 'shutoff';
  if (!hasMemory) await changeImages('apply', snapshot.name, internalDisks(snapshot, domain), signal);
  const wantsPaused = hasFlagSet(flags, REVERT.paused);
  const wantsRunning = hasFlagSet(flags, REVERT.running);
  if (hasMemory) {
    const started = await startAgain(root, record, domain, ['-loadvm', snapshot.name], true, signal);
    const isPaused = wantsPaused || (snapshot.state === 'paused' && !wantsRunning);
    await (isPaused ? stayPaused(root, started) : goOn(root, started, signal));
  } else if (wantsPaused || wantsRunning) {
    const started = await startAgain(root, record, domain, [], wantsPaused, signal);
    if (wantsPaused) await stayPaused(root, started);
  }
  await changePersistent(root, record, signal, () => inactiveDomain);
  emitLifecycle(root, record, { event: 'defined', detail: 'from snapshot' });
  const tree = await readSnapshots(root, record);
  await writeCurrent(root, record, tree, tree.byName(snapshot.name));
}

/** The disks whose images have the snapshot. */
export function internalDisks({ definition }: QemuSnapshot, domain: DomainDefinition) {
  return snapshotDisks(domain, definition.disks).internal;
}

/** @param argv the emulator's words for the state that it finds in the images */
async function startAgain(
  root: QemuRoot,
  { name, uuid }: DomainRecord,
  definition: DomainDefinition,
  argv: readonly string[],
  paused: boolean,
  signal: AbortSignal,
): Promise<DomainRecord> {
  const prepare = async (): Promise<NamedDefinition> => {
    const capabilities = await root.capabilitiesOf(emulatorFor(definition, root.host), signal);
    const completed = completeDomain(definition, capabilities, root.host, { origin: 'existing' });
    return { ...completed.definition, name, uuid };
  };
  return startDomain(root, prepare, { paused, signal, formerState: { argv, detail: 'from snapshot' } });
}

async function stayPaused(root: QemuRoot, record: DomainRecord): Promise<void> {
  await enterState(root, record, { state: 'paused', reason: 'from snapshot' });
  emitLifecycle(root, record, { event: 'suspended', detail: 'from snapshot' });
}

/** The state is noted first: the monitor's own event would not know why the CPUs run. */
async function goOn(root: QemuRoot, record: DomainRecord, signal: AbortSignal): Promise<void> {
  const event = { event: 'resumed', detail: 'from snapshot' } as const;
  await enterState(root, record, { state: 'running', reason: 'from snapshot' }, event);
  await record.monitor?.cont(signal).catch(async (error: unknown) => {
    await enterState(root, record, { state: 'paused', reason: 'unknown' }, { event: 'suspended', detail: 'paused' });
    throw error;
  });
}
