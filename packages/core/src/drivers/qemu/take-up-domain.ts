import { VirtError } from '@virtkit/errors';
import type { DomainState } from '../../driver/domain-state.js';
import { activeStatus } from './active-status.js';
import { reportBackgroundError } from './background-errors.js';
import { forgetDevice } from './devices/follow-unplug.js';
import { missingDevices } from './devices/missing-devices.js';
import { type DomainRecord, isManagedHere } from './domain-record.js';
import { followPanic, followShutdown } from './follow-end.js';
import type { Monitor } from './monitor/monitor.js';
import { openMonitor } from './open-monitor.js';
import { endProcess } from './process/end-process.js';
import { findListener } from './process/find-listener.js';
import { isAlive } from './process/process-identity.js';
import type { QemuRoot } from './qemu-root.js';
import { disownMonitor } from './release-domain.js';
import { monitorPath } from './runtime-directory.js';
import type { DomainStatus } from './state/domain-status.js';
import { untilAborted } from './state/until-aborted.js';
import { forgetRuntime } from './stop-domain.js';

const GREETING_TIMEOUT_MS = 5_000;

/** Whether somebody else who lives holds the domain's monitor: another process, or another driver in this one. */
export function isHeldElsewhere({ owner: own }: QemuRoot, { owner }: DomainStatus): boolean {
  return owner !== undefined && owner.token !== own.token && isAlive(owner);
}

/** The states in which an emulator's CPUs may be found, by QEMU's word (QAPI RunState); others count as paused. */
const FOUND: Readonly<Record<string, DomainState>> = {
  running: { state: 'running', reason: 'unknown' },
  suspended: { state: 'pmsuspended', reason: 'unknown' },
};

/** What an emulator waits for whose guest came to its end while nobody looked. */
const ENDS: Readonly<Record<string, (root: QemuRoot, record: DomainRecord) => Promise<void>>> = {
  shutdown: (root, record) => followShutdown(root, record, 'guest'),
  'guest-panicked': followPanic,
};

/** What the status file says, unless the emulator says otherwise. */
function reconciled(known: DomainState, runState: string): DomainState {
  const found = FOUND[runState] ?? { state: 'paused', reason: 'unknown' };
  return found.state === known.state ? known : found;
}

/**
 * What a start that nobody acknowledged left: it may have been cut off before the emulator's number was written, so whoever
 * listens on the monitor's socket is looked for, which has been there since before the emulator was.
 */
async function endUnacknowledged(root: QemuRoot, record: DomainRecord, status: DomainStatus): Promise<void> {
  const emulator = status.emulator ?? (await findListener(monitorPath(root.layout, status.id, record.name)));
  if (emulator !== undefined) await endProcess(emulator, 0);
  await forgetRuntime(root, record, status);
}

/** Notes in the status file that the monitor is ours, so that nobody else connects; undefined if there is nothing to take. */
async function claimMonitor(
  root: QemuRoot,
  record: DomainRecord,
  signal: AbortSignal,
): Promise<DomainStatus | undefined> {
  return root.locked(signal, async () => {
    const { status, name } = record;
    if (status === undefined || isManagedHere(record)) return undefined;
    if (isHeldElsewhere(root, status)) {
      throw new VirtError('RESOURCE_BUSY', `process ${status.owner?.pid} holds the monitor of domain '${name}'`, {
        domain: 'QEMU',
      });
    }
    record.status = { ...status, owner: root.owner };
    await root.domains.saveStatus(record);
    return status;
  });
}

async function connect(root: QemuRoot, record: DomainRecord, status: DomainStatus, signal: AbortSignal): Promise<void> {
  const monitor = await openMonitor(root, record, status, { signal, greetingTimeoutMs: GREETING_TIMEOUT_MS });
  const answers = Promise.all([monitor.queryStatus(signal), monitor.queryDevices(signal)]);
  const [{ status: runState }, present] = await answers.catch(async (error: unknown) => {
    await monitor.close();
    throw error;
  });
  const end = ENDS[runState];
  const state = end === undefined ? reconciled(status.state, runState) : status.state;
  record.monitor = monitor;
  record.status = { ...status, owner: root.owner, state };
  await root.domains.saveStatus(record);
  // The monitor is ours by now, whatever becomes of this.
  await forgetMissing(root, record, monitor, present)
    .then(() => end?.(root, record))
    .catch((error: unknown) => reportBackgroundError(record.name, error));
}

/** Devices that their guest let go while nobody looked. */
async function forgetMissing(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor,
  present: ReadonlySet<string>,
): Promise<void> {
  const { definition, builtIn } = activeStatus(record);
  if (builtIn === undefined) return;
  for (const alias of missingDevices(definition, present)) {
    if (!builtIn.includes(alias)) await forgetDevice(root, record, monitor, alias);
  }
}

async function take(root: QemuRoot, record: DomainRecord, signal: AbortSignal): Promise<void> {
  const status = await claimMonitor(root, record, signal);
  if (status === undefined) return;
  if (status.phase === 'starting') return endUnacknowledged(root, record, status);
  if (status.emulator === undefined || !isAlive(status.emulator)) {
    record.lastStop = 'crashed';
    return forgetRuntime(root, record, status);
  }
  await connect(root, record, status, signal).catch(async (error: unknown) => {
    await disownMonitor(root, record);
    throw error;
  });
}

/**
 * Makes this process the one that holds a running domain's monitor: after another one ended, or gave it up. What ended
 * meanwhile is noted as such. Returns once the record tells the truth; callers at the same time share one attempt.
 * @throws VirtError RESOURCE_BUSY if somebody else holds the monitor, OPERATION_TIMEOUT if the emulator doesn't answer
 */
export async function takeUpDomain(root: QemuRoot, record: DomainRecord, signal: AbortSignal): Promise<void> {
  if (record.status === undefined || isManagedHere(record)) return;
  record.takingUp ??= take(root, record, root.closing.signal).finally(() => {
    delete record.takingUp;
  });
  await untilAborted(record.takingUp, signal);
}
