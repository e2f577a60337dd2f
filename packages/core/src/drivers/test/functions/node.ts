import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { cpuMapOf } from '../world/cpu-map.js';
import { CPU_MAP, CPU_STATISTICS, type TestNode } from '../world/node.js';
import type { TestWorld } from '../world/test-world.js';

function cellsFrom({ cells: all }: TestNode, first: number, count: number): TestNode['cells'] {
  const cells = all.slice(first, first + count);
  if (first >= 0 && cells.length > 0) return cells;
  throw new VirtError('INVALID_ARG', 'Range exceeds available cells', { domain: 'TEST' });
}

/** What the host is and has. */
export function nodeFunctions({ node }: TestWorld) {
  return {
    nodeGetInfo: async () => {
      const { memoryKiB: memory, cells: _, ...processors } = node;
      return { ...processors, memory };
    },
    nodeGetCPUMap: async () => ({
      cpuMap: cpuMapOf(CPU_MAP.online, Math.ceil(CPU_MAP.present / 8)),
      online: CPU_MAP.onlineCount,
      cpuCount: CPU_MAP.present,
    }),
    nodeGetCPUStats: async () => ({ parameters: CPU_STATISTICS }),
    // libvirt's test driver says half of what its cells add up to.
    nodeGetFreeMemory: async () => ({
      freeMemory: node.cells.reduce((sum, { freeBytes }) => sum + freeBytes, 0n) / 2n,
    }),
    nodeGetCellsFreeMemory: async ({ startCell, maxCells }) => ({
      cells: cellsFrom(node, startCell, maxCells).map(({ freeBytes }) => freeBytes),
    }),
    nodeGetFreePages: async ({ pages, startCell, cellCount }) => ({
      counts: cellsFrom(node, startCell, cellCount).flatMap(({ freePages }) =>
        pages.map((size) => freePages[size] ?? 0n),
      ),
    }),
    nodeGetSecurityModel: async () => ({ model: 'testSecurity', doi: '' }),
  } satisfies DriverFunctions;
}
