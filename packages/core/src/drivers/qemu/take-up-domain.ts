import { VirtError } from '@virtkit/errors';
import type { DomainState } from '../../driver/domain-state.js';
import type { DomainRecord } from './domain-record.js';
import { openMonitor } from './open-monitor.js';
import { endProcess } from './process/end-process.js';
import { isAlive, ownIdentity } from './process/process-identity.js';
import type { QemuRoot } from './qemu-root.js';
import type { DomainStatus } from './state/domain-status.js';
import { forgetRuntime } from './stop-domain.js';

const GREETING_TIMEOUT_MS = 5_000;

/** Whether another living process holds the domain's monitor. */
export function isHeldElsewhere({ owner }: DomainStatus): boolean {
  return owner !== undefined && owner.pid !== process.pid && isAlive(owner);
}

/** The states in which an emulator's CPUs may be found, by QEMU's word (QAPI RunState); others count as paused. */
const FOUND: Readonly<Record<string, DomainState>> = {
  running: { state: 'running', reason: 'unknown' },
  shutdown: { state: 'shutdown', reason: 'unknown' },
  'guest-panicked': { state: 'crashed', reason: 'panicked' },
  suspended: { state: 'pmsuspended', reason: 'unknown' },
};

/** What the status file says, unless the emulator says otherwise. */
function reconciled(known: DomainState, runState: string): DomainState {
  const found = FOUND[runState] ?? { state: 'paused', reason: 'unknown' };
  return found.state === known.state ? known : found;
}

/**
 * What a start that nobody acknowledged left: it may have been cut off before the emulator's number was written, so the
 * monitor's socket is asked, which has been there since before the emulator was.
 */
async function endUnacknowledged(
  root: QemuRoot,
  record: DomainRecord,
  status: DomainStatus,
  signal: AbortSignal,
): Promise<void> {
  if (status.emulator !== undefined) {
    await endProcess(status.emulator, 0);
  } else {
    const monitor = await openMonitor(root, record, status, { signal, greetingTimeoutMs: GREETING_TIMEOUT_MS }).catch(
      () => undefined,
    );
    await monitor?.quit(signal).catch(() => {});
    await monitor?.close();
  }
  await forgetRuntime(root, record, status);
}

/**
 * Makes this process the one that holds a running domain's monitor: after another one ended, or gave it up. What ended
 * meanwhile is noted as such. Returns once the record tells the truth.
 * @throws VirtError RESOURCE_BUSY if another process holds the monitor, OPERATION_TIMEOUT if the emulator doesn't answer
 */
export async function takeUpDomain(root: QemuRoot, record: DomainRecord, signal: AbortSignal): Promise<void> {
  await root.locked(signal, async () => {
    const { status, monitor, name } = record;
    if (status === undefined || monitor !== undefined || record.stopping !== undefined) return;
    if (isHeldElsewhere(status)) {
      throw new VirtError('RESOURCE_BUSY', `process ${status.owner?.pid} holds the monitor of domain '${name}'`, {
        domain: 'QEMU',
      });
    }
    if (status.phase === 'starting') return endUnacknowledged(root, record, status, signal);
    if (status.emulator === undefined || !isAlive(status.emulator)) {
      record.lastStop = 'crashed';
      return forgetRuntime(root, record, status);
    }
    const taken = await openMonitor(root, record, status, { signal, greetingTimeoutMs: GREETING_TIMEOUT_MS });
    const { status: runState } = await taken.queryStatus(signal).catch(async (error: unknown) => {
      await taken.close();
      throw error;
    });
    record.monitor = taken;
    record.status = { ...status, owner: ownIdentity(), state: reconciled(status.state, runState) };
    await root.domains.saveStatus(record);
  });
}
