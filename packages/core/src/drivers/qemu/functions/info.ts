import type { DriverFunctions } from '../../../driver/contract.js';
import { activeStatus } from '../active-status.js';
import { findDomain } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { cpuTimeNs } from '../process/process-statistics.js';
import type { QemuRoot } from '../qemu-root.js';
import { stateOf } from '../state-of.js';
import { onlineVcpus } from '../vcpus/vcpu-count.js';

/** What a domain is doing, and what it uses: all from our own knowledge and /proc, so that a hung emulator delays nobody. */
export function infoFunctions(root: QemuRoot) {
  return {
    domainGetInfo: async ({ domain }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const { status, persistent } = record;
      const definition = isActive(record) ? status?.definition : persistent?.read();
      const maxMemory = definition?.memoryKiB ?? 0;
      return {
        state: stateOf(record).state,
        maxMem: BigInt(maxMemory),
        memory: BigInt(definition?.currentMemoryKiB ?? maxMemory),
        nrVirtCpu: onlineVcpus(definition),
        cpuTime: status?.emulator === undefined ? 0n : cpuTimeNs(status.emulator.pid),
      };
    },
    domainGetState: async ({ domain }, { signal }) => stateOf(await findDomain(root, domain, signal)),
    domainGetSecurityLabel: async ({ domain }, { signal }) => {
      await findDomain(root, domain, signal);
      return { label: '', enforcing: false };
    },
    domainGetMessages: async ({ domain }, { signal }) => {
      await findDomain(root, domain, signal);
      return { messages: [] };
    },
    domainIsUpdated: async ({ domain }, { signal }) => {
      await findDomain(root, domain, signal);
      return { updated: false };
    },
    domainGetControlInfo: async ({ domain }, { signal }) => {
      activeStatus(await findDomain(root, domain, signal));
      return { state: 0, details: 0, stateTime: 0n };
    },
    domainIsActive: async ({ domain }, { signal }) => ({ active: isActive(await findDomain(root, domain, signal)) }),
  } satisfies DriverFunctions;
}
