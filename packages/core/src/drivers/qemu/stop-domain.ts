import { rm } from 'node:fs/promises';
import type { DomainRecord, StopReason } from './domain-record.js';
import { emitLifecycle } from './lifecycle-events.js';
import { endProcess } from './process/end-process.js';
import type { ProcessIdentity } from './process/process-identity.js';
import type { QemuRoot } from './qemu-root.js';
import { runtimeDirectory } from './runtime-directory.js';
import type { DomainStatus } from './state/domain-status.js';

/** What QEMU gets to flush its disks before it is killed. */
const GRACE_MS = 1_000;

/** Removes what a run of a domain had on disk and in memory; its emulator must have ended. */
export async function forgetRuntime(root: QemuRoot, record: DomainRecord, { id }: DomainStatus): Promise<void> {
  delete record.monitor;
  delete record.rebooting;
  delete record.restarting;
  delete record.consoles;
  // Whoever gave up waiting, what has ended must not be left as running.
  await root.locked(new AbortController().signal, async () => {
    await rm(runtimeDirectory(root.layout, id, record.name), { recursive: true, force: true });
    await root.domains.removeStatus(record, id);
  });
}

/**
 * Ends a running domain, and returns once its emulator is gone and its files are. A second call joins the first.
 * @param end ends the emulator's process; asks it first, then kills it, unless told
 * @throws VirtError OPERATION_FAILED if the emulator doesn't end
 */
export async function stopDomain(
  root: QemuRoot,
  record: DomainRecord,
  reason: StopReason,
  end: (emulator: ProcessIdentity) => Promise<void> = (emulator) => endProcess(emulator, GRACE_MS),
): Promise<void> {
  const { status } = record;
  if (status === undefined) return record.stopping;
  record.stopping ??= endEmulator(root, record, status, reason, end).finally(() => {
    delete record.stopping;
  });
  await record.stopping;
}

async function endEmulator(
  root: QemuRoot,
  record: DomainRecord,
  status: DomainStatus,
  reason: StopReason,
  end: (emulator: ProcessIdentity) => Promise<void>,
): Promise<void> {
  if (status.emulator !== undefined) await end(status.emulator);
  await record.monitor?.close();
  record.lastStop = reason;
  await forgetRuntime(root, record, status);
  if (reason === 'destroyed') emitLifecycle(root, record, { event: 'shutdown', detail: 'host' });
  emitLifecycle(root, record, { event: 'stopped', detail: reason });
}
