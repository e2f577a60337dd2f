import { buildDeviceSteps, placeOfAlias } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { activeStatus } from '../active-status.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';
import { placeOptionsOf } from './live-definition.js';
import { unplugFromGuest } from './unplug-from-guest.js';

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
  const pick = async (record: DomainRecord): Promise<string> => {
    const { definition } = activeStatus(record);
    const alias = aliasIn(definition);
    const place = placeOfAlias(definition, alias);
    if (place === undefined) throw new VirtError('DEVICE_MISSING', `no device of alias '${alias}'`, { domain: 'QEMU' });
    const { capabilities, host } = await placeOptionsOf(root, definition, signal);
    buildDeviceSteps(definition, place, capabilities, host);
    return alias;
  };
  await unplugFromGuest(root, domain, pick, signal);
}
