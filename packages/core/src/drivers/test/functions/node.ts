import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { cpuMapOf } from '../world/cpu-map.js';
import { CELLS, CPU_MAP, CPU_STATISTICS, NODE } from '../world/node.js';

/** What libvirt's test driver says, whatever its cells add up to. */
const FREE_BYTES = 3_145_728n;

function cellsFrom(first: number, count: number): typeof CELLS {
  const cells = CELLS.slice(first, first + count);
  if (first >= 0 && cells.length > 0) return cells;
  throw new VirtError('INVALID_ARG', 'Range exceeds available cells', { domain: 'TEST' });
}

/** What the host is and has. */
export function nodeFunctions() {
  return {
    nodeGetInfo: async () => {
      const { memoryKiB: memory, ...processors } = NODE;
      return { ...processors, memory };
    },
    nodeGetCPUMap: async () => ({
      cpuMap: cpuMapOf(CPU_MAP.online, Math.ceil(CPU_MAP.present / 8)),
      online: CPU_MAP.onlineCount,
      cpuCount: CPU_MAP.present,
    }),
    nodeGetCPUStats: async () => ({ parameters: CPU_STATISTICS }),
    nodeGetFreeMemory: async () => ({ freeMemory: FREE_BYTES }),
    nodeGetCellsFreeMemory: async ({ startCell, maxCells }) => ({
      cells: cellsFrom(startCell, maxCells).map(({ freeBytes }) => freeBytes),
    }),
    nodeGetFreePages: async ({ pages, startCell, cellCount }) => ({
      counts: cellsFrom(startCell, cellCount).flatMap(({ freePages }) => pages.map((size) => freePages[size] ?? 0n)),
    }),
    nodeGetSecurityModel: async () => ({ model: 'testSecurity', doi: '' }),
  } satisfies DriverFunctions;
}
