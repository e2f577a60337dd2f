import { activeStatus, notRunning } from './active-status.js';
import { type DomainRecord, isManagedHere } from './domain-record.js';
import type { Monitor } from './monitor/monitor.js';
import { isAlive } from './process/process-identity.js';
import type { QemuRoot } from './qemu-root.js';
import type { DomainIdentity } from './state/domain-identity.js';
import { isHeldElsewhere, takeUpDomain } from './take-up-domain.js';

/** The domain a caller means, as the files below the root tell now. @throws VirtError NO_DOMAIN */
export async function findDomain(
  root: QemuRoot,
  reference: DomainIdentity,
  signal: AbortSignal,
): Promise<DomainRecord> {
  root.domains.refresh();
  const record = root.domains.find(reference);
  await settle(root, record, signal);
  return root.domains.find(reference);
}

/** Ends, or takes note of the end of, what nobody manages any more: an emulator that died, a start that was cut off. */
export async function settle(root: QemuRoot, record: DomainRecord, signal: AbortSignal): Promise<void> {
  const { status } = record;
  if (status === undefined || isManagedHere(record) || isHeldElsewhere(root, status)) return;
  const hasEnded = status.phase === 'starting' || status.emulator === undefined || !isAlive(status.emulator);
  if (hasEnded) await takeUpDomain(root, record, signal);
}

/**
 * Runs what changes a running domain, one action at a time, with its monitor.
 * @throws VirtError OPERATION_INVALID if it is inactive, RESOURCE_BUSY if another process holds its monitor
 */
export async function withMonitor<T>(
  root: QemuRoot,
  reference: DomainIdentity,
  signal: AbortSignal,
  action: (record: DomainRecord, monitor: Monitor) => Promise<T>,
): Promise<T> {
  const record = await findDomain(root, reference, signal);
  return record.job.run(signal, async () => {
    activeStatus(record);
    await takeUpDomain(root, record, signal);
    if (record.monitor === undefined) throw notRunning();
    return action(record, record.monitor);
  });
}

/**
 * Runs what only asks a running domain's monitor: beside whatever changes the domain meanwhile.
 * @throws VirtError as {@link withMonitor}
 */
export async function queryMonitor<T>(
  root: QemuRoot,
  reference: DomainIdentity,
  signal: AbortSignal,
  query: (record: DomainRecord, monitor: Monitor) => Promise<T>,
): Promise<T> {
  const record = await findDomain(root, reference, signal);
  activeStatus(record);
  await takeUpDomain(root, record, signal);
  if (record.monitor === undefined) throw notRunning();
  return query(record, record.monitor);
}
