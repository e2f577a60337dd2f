import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { matchesListFlags } from '../../../driver/list-flags.js';
import { findDomain } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import { listedTraits } from '../listed-traits.js';
import type { QemuRoot } from '../qemu-root.js';
import { balloonGroup } from '../statistics/balloon.js';
import { blockGroup } from '../statistics/block.js';
import { cpuTotalGroup } from '../statistics/cpu-total.js';
import { dirtyRateGroup } from '../statistics/dirty-rate.js';
import type { StatisticsGroup } from '../statistics/group.js';
import { interfaceGroup } from '../statistics/interface.js';
import { stateGroup } from '../statistics/state.js';
import { vcpuGroup } from '../statistics/vcpu.js';

/** virDomainStatsTypes, in the order in which they are shown. */
const GROUPS: readonly (readonly [bit: number, group: StatisticsGroup])[] = [
  [1, stateGroup],
  [2, cpuTotalGroup],
  [4, balloonGroup],
  [8, vcpuGroup],
  [16, interfaceGroup],
  [32, blockGroup],
  [512, dirtyRateGroup],
];

/** The flags of virConnectGetAllDomainStats that filter as those of listing domains do. */
const FILTERS = 0xff;

async function statisticsOf(record: DomainRecord, wanted: number, signal: AbortSignal): Promise<TypedParameters> {
  const { monitor } = record;
  const groups = GROUPS.filter(([bit]) => wanted === 0 || (wanted & bit) !== 0);
  const parts = await Promise.all(groups.map(([, group]) => group({ record, monitor, signal })));
  return Object.assign({}, ...parts);
}

/** What domains use. */
export function statisticsFunctions(root: QemuRoot) {
  return {
    connectGetAllDomainStats: async ({ domains, stats, flags }, { signal }) => {
      await root.domains.refresh();
      const asked =
        domains.length > 0
          ? await Promise.all(domains.map((domain) => findDomain(root, domain, signal)))
          : root.domains.all().filter((record) => matchesListFlags(listedTraits(root, record), flags & FILTERS));
      const records = asked.map(async (record) => ({
        domain: referenceTo(record),
        parameters: await statisticsOf(record, stats, signal),
      }));
      return { records: await Promise.all(records) };
    },
  } satisfies DriverFunctions;
}
