import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { numbersOfState } from '../../../driver/domain-state.js';
import { matchesListFlags } from '../../../driver/list-flags.js';
import { definitionOf, listedTraits, liveDefinition, referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** The flags of virConnectGetAllDomainStats that filter as those of listing domains do. */
const FILTERS = 0xff;
/** virDomainStatsTypes of what the test world has figures of. */
const STATE = 1;
/** The flag by which what there are no figures of is refused; otherwise it is left out. */
const ENFORCE = 0x8000_0000;
/** libvirt's test driver counts as CPU time what the clock shows. */
const NS_PER_S = 1_000_000_000n;

/** The one group of figures that there is, if it is asked for. */
function statisticsOf(domain: TestDomain, stats: number) {
  const { state, reason } = numbersOfState(domain.state);
  const figures = {
    'state.state': { type: 'int', value: state },
    'state.reason': { type: 'int', value: reason },
  } as const;
  return { domain: referenceTo(domain), parameters: stats === 0 || (stats & STATE) !== 0 ? figures : {} };
}

/** What a domain is doing, and what it uses. */
export function infoFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainGetInfo: async ({ domain: reference }) => {
      const domain = domains.byUuid(reference);
      const { memoryKiB = 0, currentMemoryKiB = memoryKiB, vcpu } = definitionOf(domain);
      return {
        state: numbersOfState(domain.state).state,
        maxMem: BigInt(memoryKiB),
        memory: BigInt(currentMemoryKiB),
        nrVirtCpu: vcpu?.current ?? vcpu?.count ?? 1,
        cpuTime: BigInt(Math.trunc(world.statisticsMs() / 1000)) * NS_PER_S,
      };
    },
    domainGetState: async ({ domain }) => numbersOfState(domains.byUuid(domain).state),
    domainIsActive: async ({ domain }) => ({ active: domains.byUuid(domain).live !== undefined }),
    domainIsUpdated: async ({ domain }) => {
      domains.byUuid(domain);
      return { updated: false };
    },
    domainGetSecurityLabel: async ({ domain }) =>
      domains.byUuid(domain).live === undefined
        ? { label: '', enforcing: false }
        : { label: 'libvirt-test', enforcing: true },
    domainGetLaunchSecurityInfo: async ({ domain }) => {
      domains.byUuid(domain);
      return { parameters: {} };
    },
    domainGetControlInfo: async ({ domain }) => {
      liveDefinition(domains.byUuid(domain));
      return { state: 0, details: 0, stateTime: 0n };
    },
    domainGetMessages: async ({ domain }) => {
      domains.byUuid(domain);
      return { messages: [] };
    },
    connectGetAllDomainStats: async ({ domains: asked, stats, flags }) => {
      const found =
        asked.length > 0
          ? asked.map((reference) => domains.byUuid(reference))
          : domains.all().filter((domain) => matchesListFlags(listedTraits(domain), flags & FILTERS));
      if ((flags & ENFORCE) !== 0 && (stats & ~STATE) !== 0) {
        const bits = (stats & ~STATE).toString(16);
        throw new VirtError('ARGUMENT_UNSUPPORTED', `Stats types bits 0x${bits} are not supported by this daemon`, {
          domain: 'TEST',
        });
      }
      return { records: found.map((domain) => statisticsOf(domain, stats)) };
    },
  } satisfies DriverFunctions;
}
