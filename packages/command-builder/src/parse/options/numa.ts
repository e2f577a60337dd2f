import type { NumaCell } from '@virtkit/domain-conf';
import { ASSOCIATIVITIES, HIERARCHIES, POLICIES } from '../../options/numa.js';
import type { Draft, OptionParser } from '../draft.js';
import { given } from '../given.js';
import { memoryBackendOf } from '../memory-backend.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { applyBacking } from './memory.js';

type Numa = NonNullable<NonNullable<Draft['definition']['cpu']>['numa']>;

/** `-numa`: the guest's NUMA cells, how far they are from each other, and how fast their memory is. */
export const numaOption: OptionParser = ({ parameters }, draft) => {
  const { definition } = draft;
  const numa = definition.cpu?.numa ?? {};
  switch (parameters.text('type')) {
    case 'node': {
      const { cell, uses } = cellOf(parameters, numa.cells?.length ?? 0, draft);
      setNuma(draft, { ...numa, cells: [...(numa.cells ?? []), cell] });
      return uses;
    }
    case 'dist':
      setNuma(draft, withDistance(numa, parameters));
      return;
    case 'hmat-lb':
      setNuma(draft, withSpeed(numa, parameters));
      return;
    case 'hmat-cache':
      setNuma(draft, withCache(numa, parameters));
      return;
    default:
      throw new Unmapped('places of single vCPUs have no element');
  }
};

function setNuma({ definition }: Draft, numa: Numa): void {
  definition.cpu = { ...definition.cpu, numa };
}

function cellOf(
  parameters: Parameters,
  next: number,
  draft: Draft,
): { cell: NumaCell; uses: readonly NativeArgument[] } {
  const id = parameters.number('nodeid') ?? next;
  const cpus = parameters.texts('cpus');
  parameters.number('initiator');
  const memdev = parameters.text('memdev');
  const plain = parameters.sizeKiB('mem', 'MiB');
  const common = { id, ...given({ cpus: cpus.length === 0 ? undefined : cpus.join(',') }) };
  if (memdev === undefined) return { cell: { ...common, ...given({ memoryKiB: plain }) }, uses: [] };
  const backend = memoryBackendOf(memdev, draft);
  applyBacking(backend, draft, String(id));
  const { definition } = draft;
  if (backend.nodeset !== undefined) {
    const node = { cellid: id, mode: backend.mode ?? ('strict' as const), nodeset: backend.nodeset };
    definition.numatune = { ...definition.numatune, memnodes: [...(definition.numatune?.memnodes ?? []), node] };
  }
  const said = { memoryKiB: backend.sizeKiB, memAccess: backend.access, discard: backend.discard };
  return { cell: { ...common, ...given(said) }, uses: backend.uses };
}

function withDistance(numa: Numa, parameters: Parameters): Numa {
  const source = needed(parameters.number('src'), 'a distance from nowhere');
  const id = needed(parameters.number('dst'), 'a distance to nowhere');
  const value = needed(parameters.number('val'), 'a distance of unknown length');
  return withCell(numa, source, (cell) => ({ ...cell, distances: [...(cell.distances ?? []), { id, value }] }));
}

function withCell(numa: Numa, id: number, change: (cell: NumaCell) => NumaCell): Numa {
  const cells = numa.cells ?? [];
  if (!cells.some((cell) => cell.id === id)) throw new Unmapped(`there is no cell ${id}`);
  return { ...numa, cells: cells.map((cell) => (cell.id === id ? change(cell) : cell)) };
}

const TYPES = ['access', 'read', 'write'] as const;

function withSpeed(numa: Numa, parameters: Parameters): Numa {
  const initiator = needed(parameters.number('initiator'), 'no cell reaches the memory');
  const target = needed(parameters.number('target'), 'no cell has the memory');
  const hierarchy = parameters.word('hierarchy', HIERARCHIES);
  const level = hierarchy === undefined ? 0 : HIERARCHIES.indexOf(hierarchy);
  const cache = level === 0 ? undefined : level;
  const data = parameters.text('data-type');
  const type = needed(
    TYPES.find((name) => data?.startsWith(name)),
    `'${data ?? ''}' is no kind of access`,
  );
  const common = { initiator, target, ...given({ cache }), type };
  const value = parameters.integer('latency');
  if (value !== undefined) return { ...numa, latencies: [...(numa.latencies ?? []), { ...common, value }] };
  const valueKiB = needed(parameters.sizeKiB('bandwidth'), 'a speed of unknown size');
  return { ...numa, bandwidths: [...(numa.bandwidths ?? []), { ...common, valueKiB }] };
}

function withCache(numa: Numa, parameters: Parameters): Numa {
  const id = needed(parameters.number('node-id'), 'a cache of no cell');
  const cache = {
    level: needed(parameters.number('level'), 'a cache of no level'),
    associativity: needed(parameters.keyIn('associativity', ASSOCIATIVITIES), 'a cache of unknown kind'),
    policy: needed(parameters.keyIn('policy', POLICIES), 'a cache of unknown policy'),
    ...given({ sizeKiB: parameters.sizeKiB('size'), lineBytes: parameters.number('line') }),
  };
  return withCell(numa, id, (cell) => ({ ...cell, caches: [...(cell.caches ?? []), cache] }));
}
