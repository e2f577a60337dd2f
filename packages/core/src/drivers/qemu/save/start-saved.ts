import { VirtError } from '@virtkit/errors';
import { CREATE_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import { startPersistent } from '../start-persistent.js';
import { hasManagedImage, managedImagePath, removeManagedImage } from './managed-image.js';
import { restoreDomain } from './restore-domain.js';

/**
 * Starts a defined domain: in the state that a managed save left, or from its boot. The image is gone before the CPUs run,
 * because they change the disks that it goes with.
 * @param flags virDomainCreateFlags
 * @throws VirtError OPERATION_INVALID if it runs already, OPERATION_FAILED if the image can't be read
 */
export async function startSaved(
  root: QemuRoot,
  record: DomainRecord,
  flags: number,
  signal: AbortSignal,
): Promise<void> {
  const paused = hasFlagSet(flags, CREATE_FLAGS.paused);
  if (hasFlagSet(flags, CREATE_FLAGS.forceBoot) && record.status === undefined) await removeManagedImage(root, record);
  if (!hasManagedImage(root, record)) return startPersistent(root, record, { paused, signal });
  await record.job.run(signal, async () => {
    await restoreDomain(root, {
      path: managedImagePath(root, record),
      ...(paused && { isRunning: false }),
      signal,
      check: () => {
        if (record.persistent !== undefined) return;
        throw new VirtError('NO_DOMAIN', `'${record.name}' has gone`, { domain: 'QEMU' });
      },
      restored: (restored) => removeManagedImage(root, restored),
    });
  });
}
