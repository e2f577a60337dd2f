import { rangesOf } from '../definition/number-set.js';
import { POLICIES } from '../options/memory-backend.js';
import type { Draft } from './draft.js';
import { keyOf, some } from './given.js';
import type { NativeArgument } from './native-argument.js';
import { needed, Unmapped } from './unmapped.js';

/** A piece of memory that `-object memory-backend-…` made. */
export interface ReadBackend {
  readonly id: string;
  readonly sizeKiB: number;
  readonly kind: 'ram' | 'file' | 'memfd';
  readonly path: string | undefined;
  /** Size of its pages, where they are huge; 0 where which size is not said. */
  readonly hugepageKiB: number | undefined;
  readonly access: 'shared' | 'private' | undefined;
  readonly discard: boolean | undefined;
  readonly prealloc: boolean;
  readonly threads: number | undefined;
  readonly alignKiB: number | undefined;
  readonly pmem: boolean | undefined;
  /** The host's nodes that it comes from, and how strictly. */
  readonly nodeset: string | undefined;
  readonly mode: 'strict' | 'preferred' | 'interleave' | undefined;
  readonly uses: readonly NativeArgument[];
}

const KINDS = { ram: 'memory-backend-ram', file: 'memory-backend-file', memfd: 'memory-backend-memfd' } as const;

/** The piece of memory with an id. */
export function memoryBackendOf(id: string | undefined, { line }: Draft): ReadBackend {
  const object = needed(id === undefined ? undefined : line.find('object', id), `there is no memory '${id ?? ''}'`);
  const { parameters } = object;
  parameters.text('id');
  const kind = needed(parameters.keyIn('qom-type', KINDS), `'${id ?? ''}' is no memory of a known kind`);
  const path = parameters.text('mem-path');
  const share = parameters.flag('share');
  parameters.implied('x-use-canonical-path-for-ramblock-id', 'off');
  const hugetlb = parameters.flag('hugetlb') === true;
  const nodes = parameters.texts('host-nodes');
  const context = threadContext(parameters.text('prealloc-context'), line);
  return {
    id: id ?? '',
    sizeKiB: needed(parameters.sizeKiB('size'), 'its size is not in KiB'),
    kind,
    path,
    hugepageKiB: hugetlb ? (parameters.sizeKiB('hugetlbsize') ?? 0) : hugepagesOfPath(path),
    access: accessOf(kind, share),
    discard: parameters.flag('discard-data'),
    prealloc: parameters.flag('prealloc') === true,
    threads: parameters.number('prealloc-threads'),
    alignKiB: parameters.sizeKiB('align'),
    pmem: parameters.flag('pmem'),
    nodeset: nodes.length === 0 ? undefined : nodesetOf(nodes),
    mode: keyOf(POLICIES, parameters.text('policy')),
    uses: [object, ...context],
  };
}

/** Anonymous memory that isn't shared says so, unasked. */
function accessOf(kind: ReadBackend['kind'], share: boolean | undefined): ReadBackend['access'] {
  if (share === undefined || (kind === 'memfd' && !share)) return undefined;
  return share ? 'shared' : 'private';
}

function nodesetOf(nodes: readonly string[]): string {
  const numbers = nodes.flatMap((text) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
    if (first === undefined) throw new Unmapped(`'${text}' is no node of the host`);
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: Math.min(Math.max(count, 0), MAX_NODES) }, (_, index) => Number(first) + index);
  });
  return rangesOf(numbers).join(',');
}

const MAX_NODES = 1024;

/** The threads that allocate memory on the right nodes follow from the nodes. */
function threadContext(id: string | undefined, line: Draft['line']): NativeArgument[] {
  if (id === undefined) return [];
  const found = needed(line.find('object', id), `there are no threads '${id}'`);
  found.parameters.text('id');
  found.parameters.implied('qom-type', 'thread-context');
  found.parameters.texts('node-affinity');
  return [found];
}

const UNITS: Readonly<Partial<Record<string, number>>> = { K: 1, M: 1024, G: 1048576 };

/** Mounts of huge pages bear their size in their name, or are those of the host's usual size. */
function hugepagesOfPath(path: string | undefined): number | undefined {
  if (path === undefined) return undefined;
  const [, digits, unit] = /huge(?:pages|tlbfs)?-?(\d+)([KMG])/.exec(path) ?? [];
  if (digits !== undefined) return Number(digits) * (UNITS[unit ?? ''] ?? 0);
  return /\/huge(?:pages|tlbfs)/.test(path) ? 0 : undefined;
}

/** Where a piece lies on the host, as a plugged one says it. */
export function pluggedSource({ nodeset, hugepageKiB }: ReadBackend) {
  return some({ nodemask: nodeset, pagesizeKiB: hugepageKiB === 0 ? undefined : hugepageKiB });
}
