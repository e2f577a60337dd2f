import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { withMonitor } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';
import type { UnplugOutcome } from './unplug-outcome.js';

/** How long the guest is waited for; it may let the device go later, too. */
const GUEST_TIMEOUT_MS = 5_000;

/**
 * Asks the guest to let a device go, and waits for its answer. The domain's job is free meanwhile.
 * @param aliasIn picks the device, while the job is held
 * @returns undefined if the guest has not answered yet
 * @throws VirtError OPERATION_FAILED if QEMU or the guest refuses
 */
export async function unplugFromGuest(
  root: QemuRoot,
  domain: DomainIdentity,
  aliasIn: (record: DomainRecord) => string | Promise<string>,
  signal: AbortSignal,
): Promise<'gone' | undefined> {
  const pending = await withMonitor(root, domain, signal, async (record, monitor) => {
    const alias = await aliasIn(record);
    record.unplugs ??= new Map();
    const { unplugs } = record;
    const answered = new Promise<UnplugOutcome>((resolve) => unplugs.set(alias, resolve));
    const forget = () => void unplugs.delete(alias);
    await monitor.unplugDevice(alias, signal).catch((error: unknown) => {
      forget();
      throw error;
    });
    return { alias, answered, forget };
  });
  const told = new AbortController();
  const timeout = sleep(GUEST_TIMEOUT_MS, undefined, { signal: AbortSignal.any([signal, told.signal]) });
  try {
    const outcome = await Promise.race([pending.answered, timeout]);
    if (outcome !== 'refused') return outcome;
    throw new VirtError('OPERATION_FAILED', `the guest keeps the device '${pending.alias}'`, { domain: 'QEMU' });
  } finally {
    told.abort();
    timeout.catch(() => {});
    pending.forget();
  }
}
