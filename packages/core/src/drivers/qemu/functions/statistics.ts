import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { findDomain } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import { listedDomains } from '../listed-domains.js';
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
      root.domains.refresh();
      const recordOf = async (record: DomainRecord) => ({
        domain: referenceTo(record),
        parameters: await statisticsOf(record, stats, signal),
      });
      if (domains.length > 0) {
        const asked = await Promise.all(domains.map((domain) => findDomain(root, domain, signal)));
        return { records: await Promise.all(asked.map(recordOf)) };
      }
      // One whose emulator hangs, or whose definition somebody damaged, is no reason not to tell of the others.
      const passOver = (error: unknown): [] => {
        signal.throwIfAborted();
        if (VirtError.isInstance(error)) return [];
        throw error;
      };
      const listed = listedDomains(root, root.domains.all(), flags & FILTERS);
      const records = await Promise.all(listed.map((record) => recordOf(record).then((one) => [one], passOver)));
      return { records: records.flat() };
    },
  } satisfies DriverFunctions;
}
