import type { TypedParameter } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { liveDefinition } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** What libvirt's test driver says of every domain's use of the host's CPUs, in nanoseconds. */
const TOTAL = { cpu_time: 48_772_617_035n, user_time: 5_540_000_000n, system_time: 6_460_000_000n } as const;

/** And of its use of the host's first CPU; each next one was used a nanosecond more. */
const FIRST_CPU = { cpu_time: 24_386_308_517n, vcpu_time: 23_151_740_627n } as const;

/** How many CPUs were used. */
const CPU_COUNT = 2;

function parametersOf(times: Readonly<Record<string, bigint>>, more = 0n): TypedParameter[] {
  return Object.entries(times).map(([name, time]) => ({ name, type: 'ullong', value: time + more }));
}

/** How much a domain used the host's CPUs. */
export function cpuStatisticsFunctions({ domains }: TestWorld) {
  return {
    domainGetCPUStats: async ({ domain, parameterCount, startCpu, cpuCount }) => {
      liveDefinition(domains.byUuid(domain));
      if (startCpu === -1) {
        const parameters = parametersOf(TOTAL);
        return { parameters: parameterCount === 0 ? [] : parameters, parameterCount: parameters.length };
      }
      const perCpu = Object.keys(FIRST_CPU).length;
      if (cpuCount === 0) return { parameters: [], parameterCount: CPU_COUNT };
      if (parameterCount === 0) return { parameters: [], parameterCount: perCpu };
      const cpus = Array.from({ length: Math.min(cpuCount, CPU_COUNT - startCpu) }, (_, index) => startCpu + index);
      return { parameters: cpus.flatMap((cpu) => parametersOf(FIRST_CPU, BigInt(cpu))), parameterCount: perCpu };
    },
  } satisfies DriverFunctions;
}
