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
  await record.job.run(options.signal, async () => {
    const { name, uuid, persistent, status } = record;
    if (status !== undefined) {
      throw new VirtError('OPERATION_INVALID', 'domain is already running', { domain: 'QEMU' });
    }
    if (persistent === undefined) throw new VirtError('NO_DOMAIN', `'${name}' has gone`, { domain: 'QEMU' });
    const capabilities = await root.capabilitiesOf(emulatorFor(persistent, root.host), options.signal);
    const { definition } = traceStep.sync({ step: 'completeDomain', subject: name }, () =>
      completeDomain(persistent, capabilities, root.host, { origin: 'existing' }),
    );
    await startDomain(root, name, { ...definition, uuid }, options);
  });
}
