import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';

/** Notes that nobody here holds a domain's monitor. */
export async function disownMonitor(root: QemuRoot, record: DomainRecord): Promise<void> {
  if (record.status === undefined) return;
  const { owner: _own, ...unowned } = record.status;
  record.status = unowned;
  await root.domains.saveStatus(record);
}

/** Lets go of a running domain's monitor, so that another process may take it up. */
export async function releaseDomain(root: QemuRoot, record: DomainRecord): Promise<void> {
  await Promise.allSettled([record.stopping, record.takingUp]);
  const { monitor } = record;
  if (monitor === undefined || record.status === undefined) return;
  delete record.monitor;
  await monitor.close();
  await disownMonitor(root, record);
}
