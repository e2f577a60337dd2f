import { completeDomain } from '@virtkit/command-builder';
import { VirtError } from '@virtkit/errors';
import { emulatorFor } from '../../host/emulator-for.js';
import { traceStep } from '../../trace/crossings.js';
import type { DomainRecord } from './domain-record.js';
import type { QemuRoot } from './qemu-root.js';
import { type StartOptions, startDomain } from './start-domain.js';

/**
 * Starts a defined domain, keeping the ABI that its guest knows.
 * @throws VirtError OPERATION_INVALID if it runs already, NO_DOMAIN if it was undefined meanwhile
 */
export async function startPersistent(root: QemuRoot, record: DomainRecord, options: StartOptions): Promise<void> {
  const { signal } = options;
  const persistentOf = () => {
    const { name, persistent } = record;
    if (persistent === undefined) throw new VirtError('NO_DOMAIN', `'${name}' has gone`, { domain: 'QEMU' });
    return persistent.read();
  };
  await record.job.run(signal, async () => {
    const { name, uuid } = record;
    // A probe takes its time, and what it learns stays known: others needn't wait for the root meanwhile.
    await root.capabilitiesOf(emulatorFor(persistentOf(), root.host), signal);
    const prepare = async () => {
      const persistent = persistentOf();
      const capabilities = await root.capabilitiesOf(emulatorFor(persistent, root.host), signal);
      const { definition } = traceStep.sync({ step: 'completeDomain', subject: name }, () =>
        completeDomain(persistent, capabilities, root.host, { origin: 'existing' }),
      );
      return { ...definition, name, uuid };
    };
    await startDomain(root, prepare, options);
  });
}
