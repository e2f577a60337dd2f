import type { DriverFunctions } from '../../../driver/contract.js';
import { isVirtualClock } from '../../../driver/virtual-clock.js';
import type { TestWorld } from '../world/test-world.js';

/** What nobody does to a hypervisor, but a test does to its world. A world that goes by the machine's clock can't be advanced. */
export function controlFunctions(world: TestWorld): DriverFunctions {
  const { clock, domains } = world;
  const crash = {
    virtkitCrashDomain: async ({ domain }) => world.stop(domains.byUuid(domain), 'crashed'),
  } satisfies DriverFunctions;
  if (!isVirtualClock(clock)) return crash;
  return {
    ...crash,
    virtkitAdvanceClock: async ({ durationMs }, { signal }) => {
      await clock.advance(Number(durationMs), { signal });
      return { nowMs: BigInt(clock.now()) };
    },
  };
}
