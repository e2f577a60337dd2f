import type { DriverFunctions } from '../../../driver/contract.js';
import { numbersOfState } from '../../../driver/domain-state.js';
import { findDomain } from '../domain-access.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import { cpuTimeNs } from '../process/process-identity.js';
import type { QemuRoot } from '../qemu-root.js';

function stateOf({ status, lastStop }: DomainRecord): { state: number; reason: number } {
  if (status?.phase === 'started') return numbersOfState(status.state);
  return numbersOfState({ state: 'shutoff', reason: lastStop ?? 'unknown' });
}

/** What a domain is doing, and what it uses: all from our own knowledge and /proc, so that a hung emulator delays nobody. */
export function infoFunctions(root: QemuRoot) {
  return {
    domainGetInfo: async ({ domain }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const { status, persistent } = record;
      const definition = isActive(record) ? status?.definition : persistent;
      const maxMemory = definition?.memoryKiB ?? 0;
      return {
        state: stateOf(record).state,
        maxMem: BigInt(maxMemory),
        memory: BigInt(definition?.currentMemoryKiB ?? maxMemory),
        nrVirtCpu: definition?.vcpu?.current ?? definition?.vcpu?.count ?? 1,
        cpuTime: status?.emulator === undefined ? 0n : cpuTimeNs(status.emulator.pid),
      };
    },
    domainGetState: async ({ domain }, { signal }) => stateOf(await findDomain(root, domain, signal)),
    domainIsActive: async ({ domain }, { signal }) => ({ active: isActive(await findDomain(root, domain, signal)) }),
  } satisfies DriverFunctions;
}
