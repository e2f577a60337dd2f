import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { activeStatus } from '../active-status.js';
import { findDomain } from '../domain-access.js';
import type { QemuRoot } from '../qemu-root.js';
import { interfaceCounters } from '../statistics/interface.js';

/** A domain's network interfaces. */
export function interfaceFunctions(root: QemuRoot) {
  return {
    domainInterfaceStats: async ({ domain, device }, { signal }) => {
      const { definition } = activeStatus(await findDomain(root, domain, signal));
      const isKnown = definition.devices?.interfaces?.some(
        ({ target, mac }) => target?.dev === device || mac?.address === device,
      );
      if (isKnown !== true) {
        throw new VirtError('INVALID_ARG', `'${device}' is not a known interface`, { domain: 'QEMU' });
      }
      return interfaceCounters(device);
    },
  } satisfies DriverFunctions;
}
