import { setTimeout as sleep } from 'node:timers/promises';
import { buildDeviceSteps, placeOfAlias } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { activeStatus } from '../active-status.js';
import { withMonitor } from '../domain-access.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';
import { placeOptionsOf } from './live-definition.js';
import type { UnplugOutcome } from './unplug-outcome.js';

/** How long a detach waits for the guest; it may let the device go later, too. */
const GUEST_TIMEOUT_MS = 5_000;

/**
 * Takes a device from a running domain. Returns once it has gone, or after a while: a guest that doesn't look at its buses
 * keeps it, and it stays in the definition until the guest lets it go. The domain's job is free while the guest is waited for.
 * @param aliasIn picks the device in the definition as it runs
 * @throws VirtError DEVICE_MISSING, OPERATION_UNSUPPORTED for what stays while it runs, OPERATION_FAILED if QEMU or the guest
 * refuses
 */
export async function detachDevice(
  root: QemuRoot,
  domain: DomainIdentity,
  aliasIn: (definition: DomainDefinition) => string,
  signal: AbortSignal,
): Promise<void> {
  const pending = await withMonitor(root, domain, signal, async (record, monitor) => {
    const { definition } = activeStatus(record);
    const alias = aliasIn(definition);
    const place = placeOfAlias(definition, alias);
    if (place === undefined) throw new VirtError('DEVICE_MISSING', `no device of alias '${alias}'`, { domain: 'QEMU' });
    const { capabilities, host } = await placeOptionsOf(root, definition, signal);
    buildDeviceSteps(definition, place, capabilities, host);
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
  const timeout = sleep(GUEST_TIMEOUT_MS, 'silent' as const, { signal: AbortSignal.any([signal, told.signal]) });
  try {
    if ((await Promise.race([pending.answered, timeout])) !== 'refused') return;
    throw new VirtError('OPERATION_FAILED', `the guest keeps the device '${pending.alias}'`, { domain: 'QEMU' });
  } finally {
    told.abort();
    timeout.catch(() => {});
    pending.forget();
  }
}
