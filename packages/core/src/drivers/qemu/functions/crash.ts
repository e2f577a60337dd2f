import type { DriverFunctions } from '../../../driver/contract.js';
import { activeStatus } from '../active-status.js';
import { findDomain } from '../domain-access.js';
import { endProcess } from '../process/end-process.js';
import type { QemuRoot } from '../qemu-root.js';
import { stopDomain } from '../stop-domain.js';

/** What nobody asks of a hypervisor but a test. */
export function crashFunctions(root: QemuRoot) {
  return {
    virtkitCrashDomain: async ({ domain }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      activeStatus(record);
      await stopDomain(root, record, 'crashed', (emulator) => endProcess(emulator, 0));
    },
  } satisfies DriverFunctions;
}
