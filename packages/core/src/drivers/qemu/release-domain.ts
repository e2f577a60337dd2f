import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';

/** Lets go of a running domain's monitor, so that another process may take it up. */
export async function releaseDomain(root: QemuRoot, record: DomainRecord): Promise<void> {
  await record.stopping?.catch(() => {});
  const { monitor, status } = record;
  if (monitor === undefined || status === undefined) return;
  delete record.monitor;
  await monitor.close();
  const { owner: _own, ...unowned } = status;
  record.status = unowned;
  await root.domains.saveStatus(record);
}
