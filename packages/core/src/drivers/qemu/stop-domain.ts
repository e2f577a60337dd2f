import { rm } from 'node:fs/promises';
import type { DomainRecord, StopReason } from './domain-record.js';
import { emitLifecycle } from './lifecycle-events.js';
import { endProcess } from './process/end-process.js';
import type { QemuRoot } from './qemu-root.js';
import { runtimeDirectory } from './runtime-directory.js';
import type { DomainStatus } from './state/domain-status.js';

/** What QEMU gets to flush its disks before it is killed. */
const GRACE_MS = 1_000;

/** Removes what a running domain had on disk; its emulator must have ended. */
export async function forgetRuntime(root: QemuRoot, record: DomainRecord, status: DomainStatus): Promise<void> {
  delete record.monitor;
  record.consoles.clear();
  delete record.status;
  await rm(runtimeDirectory(root.layout, status.id, record.name), { recursive: true, force: true });
  await root.domains.saveStatus(record);
}

/**
 * Ends a running domain, and returns once its emulator is gone and its files are. A second call joins the first.
 * @throws VirtError OPERATION_FAILED if the emulator doesn't end
 */
export async function stopDomain(
  root: QemuRoot,
  record: DomainRecord,
  reason: StopReason,
  graceMs = GRACE_MS,
): Promise<void> {
  const { status } = record;
  if (status === undefined) return record.stopping;
  record.stopping ??= endEmulator(root, record, status, reason, graceMs).finally(() => {
    delete record.stopping;
  });
  await record.stopping;
}

async function endEmulator(
  root: QemuRoot,
  record: DomainRecord,
  status: DomainStatus,
  reason: StopReason,
  graceMs: number,
): Promise<void> {
  if (status.emulator !== undefined) await endProcess(status.emulator, graceMs);
  await record.monitor?.close();
  await forgetRuntime(root, record, status);
  record.lastStop = reason;
  emitLifecycle(root, record, { event: 'stopped', detail: reason });
}
