import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';

/**
 * Changes a persistent definition, for the next start.
 * @throws VirtError OPERATION_INVALID for a transient domain
 */
export async function changePersistent(
  root: QemuRoot,
  record: DomainRecord,
  signal: AbortSignal,
  change: (definition: DomainDefinition) => DomainDefinition,
): Promise<void> {
  await root.locked(signal, async () => {
    const { persistent, name, uuid } = record;
    if (persistent === undefined) {
      throw new VirtError('OPERATION_INVALID', 'transient domains do not have any persistent config', {
        domain: 'QEMU',
      });
    }
    const changed = { ...change(persistent.read()), name, uuid };
    await root.domains.writePersistent(changed, formatDomain(changed));
  });
}
