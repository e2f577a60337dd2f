import type { DomainDefinition, NumaCell } from '@virtkit/domain-conf';
import { type Argument, type KeyedProperty, keyed, keyedPairs } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { numbersOf, rangesOf } from '../definition/number-set.js';
import { memoryBackend } from './memory-backend.js';

/** `-numa`: the guest's NUMA cells with their memory and vCPUs, then how far they are from each other. */
export const numaOptions: OptionBuilder = (context) => {
  const cells = context.definition.cpu?.numa?.cells ?? [];
  const hmat = hasMemoryAttributes(context.definition);
  const nodes = cells.flatMap((cell, index): Argument[] => {
    const nodeid = cell.id ?? index;
    const memdev = `ram-node${nodeid}`;
    const pairs: KeyedProperty[] = [['nodeid', nodeid]];
    for (const range of rangesOf(numbersOf(cell.cpus ?? ''))) if (cell.cpus !== undefined) pairs.push(['cpus', range]);
    if (hmat) pairs.push(['initiator', initiatorOf(cell, nodeid, context.definition)]);
    const { memoryKiB } = cell;
    if (memoryKiB === undefined) return [keyedPairs('numa', 'node', pairs)];
    if (isPlain(cell, context))
      return [keyedPairs('numa', 'node', [...pairs, ['mem', String(memoryKiB / KIB_PER_MIB)]])];
    const piece = {
      id: memdev,
      sizeKiB: Number(memoryKiB),
      cell: nodeid,
      access: cell.memAccess,
      discard: cell.discard,
    };
    return [...memoryBackend(piece, context), keyedPairs('numa', 'node', [...pairs, ['memdev', memdev]])];
  });
  const distances = cells.flatMap((cell, index) =>
    (cell.distances ?? []).map(({ id, value }) =>
      keyedPairs('numa', 'dist', [
        ['src', cell.id ?? index],
        ['dst', id],
        ['val', value],
      ]),
    ),
  );
  return [...nodes, ...distances, ...attributeArguments(context.definition)];
};

const KIB_PER_MIB = 1024;

/** Old machine types take a cell's size alone, where nothing else is said of its memory. */
function isPlain({ memAccess, discard }: NumaCell, { definition, machine }: BuildContext): boolean {
  const { memoryBacking, numatune } = definition;
  const said = memoryBacking?.hugepages ?? memoryBacking?.source ?? memoryBacking?.access ?? memoryBacking?.discard;
  return machine?.numaMemSupported === true && (memAccess ?? discard ?? said ?? numatune?.memnodes) === undefined;
}

/** Whether the guest is told how fast each cell's memory is. */
export function hasMemoryAttributes({ cpu }: DomainDefinition): boolean {
  const { cells = [], latencies = [], bandwidths = [] } = cpu?.numa ?? {};
  return latencies.length > 0 || bandwidths.length > 0 || cells.some(({ caches = [] }) => caches.length > 0);
}

/** The cell with CPUs that is nearest: the cell itself, or the one that reaches its memory first. */
function initiatorOf({ cpus }: NumaCell, nodeid: number, { cpu }: DomainDefinition): number {
  if (cpus !== undefined) return nodeid;
  const { latencies = [], bandwidths = [] } = cpu?.numa ?? {};
  return [...latencies, ...bandwidths].find(({ target }) => target === nodeid)?.initiator ?? 0;
}

export const HIERARCHIES = ['memory', 'first-level', 'second-level', 'third-level'] as const;
export const POLICIES = { none: 'none', writeback: 'write-back', writethrough: 'write-through' } as const;
export const ASSOCIATIVITIES = { none: 'none', direct: 'direct', full: 'complex' } as const;

/** How fast memory is from where, then the caches beside it. */
function attributeArguments({ cpu }: DomainDefinition): Argument[] {
  const { cells = [], latencies = [], bandwidths = [] } = cpu?.numa ?? {};
  const lb = ({ initiator, target, cache = 0 }: { initiator: number; target: number; cache?: number }) => ({
    initiator,
    target,
    hierarchy: HIERARCHIES[cache],
  });
  return [
    ...latencies.map((one) =>
      keyed('numa', 'hmat-lb', { ...lb(one), 'data-type': `${one.type}-latency`, latency: String(one.value) }),
    ),
    ...bandwidths.map((one) =>
      keyed('numa', 'hmat-lb', { ...lb(one), 'data-type': `${one.type}-bandwidth`, bandwidth: `${one.valueKiB}K` }),
    ),
    ...cells.flatMap(({ id, caches = [] }, index) =>
      caches.map(({ level, sizeKiB, associativity, policy, lineBytes }) =>
        keyed('numa', 'hmat-cache', {
          'node-id': id ?? index,
          size: `${sizeKiB}K`,
          level,
          associativity: ASSOCIATIVITIES[associativity],
          policy: POLICIES[policy],
          line: lineBytes,
        }),
      ),
    ),
  ];
}
