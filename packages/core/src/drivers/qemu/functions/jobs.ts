import type { DriverFunctions } from '../../../driver/contract.js';
import { activeStatus } from '../active-status.js';
import { findDomain } from '../domain-access.js';
import type { QemuRoot } from '../qemu-root.js';

/** virDomainJobType: nothing that takes long is under way. */
const NONE = 0;

/** Long jobs of domains: this driver has none yet that outlast their call. */
export function jobFunctions(root: QemuRoot) {
  return {
    domainGetJobInfo: async ({ domain }, { signal }) => {
      activeStatus(await findDomain(root, domain, signal));
      return {
        type: NONE,
        timeElapsed: 0n,
        timeRemaining: 0n,
        dataTotal: 0n,
        dataProcessed: 0n,
        dataRemaining: 0n,
        memoryTotal: 0n,
        memoryProcessed: 0n,
        memoryRemaining: 0n,
        fileTotal: 0n,
        fileProcessed: 0n,
        fileRemaining: 0n,
      };
    },
    domainGetJobStats: async ({ domain }, { signal }) => {
      activeStatus(await findDomain(root, domain, signal));
      return { type: NONE, parameters: {} };
    },
  } satisfies DriverFunctions;
}
