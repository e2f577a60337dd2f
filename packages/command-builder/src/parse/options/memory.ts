import type { Draft, OptionParser } from '../draft.js';
import { given, some } from '../given.js';
import type { ReadBackend } from '../memory-backend.js';
import { needed } from '../unmapped.js';

/** What QEMU gives a guest unasked. */
const DEFAULT_KIB = 131_072;

/** `-m`: the memory at boot, and with hotplug its slots and upper limit. */
export const memoryOption: OptionParser = ({ parameters }, { definition }) => {
  definition.memoryKiB = needed(parameters.sizeKiB('size', 'MiB'), 'the size is not a number of KiB');
  const slots = parameters.number('slots');
  const maximum = parameters.sizeKiB('maxmem', 'MiB');
  if (slots !== undefined) definition.maxMemorySlots = slots;
  if (maximum !== undefined) definition.maxMemoryKiB = maximum;
};

/** All of the memory: what the guest boots with, and what is plugged. */
export function addPluggedMemory({ definition, devices }: Draft): void {
  const plugged = (devices.memories ?? []).reduce((sum, { target }) => sum + (target?.sizeKiB ?? 0), 0);
  definition.memoryKiB = (definition.memoryKiB ?? DEFAULT_KIB) + plugged;
}

/** What a backend says of all memory. */
export function applyMainMemory(backend: ReadBackend, draft: Draft): void {
  const { definition } = draft;
  applyBacking(backend, draft);
  if (backend.access !== undefined) {
    definition.memoryBacking = { ...definition.memoryBacking, access: { mode: backend.access } };
  }
  if (backend.discard === true) definition.memoryBacking = { ...definition.memoryBacking, discard: true };
  const { nodeset, mode } = backend;
  if (nodeset !== undefined) definition.numatune = { memory: { ...given({ mode }), nodeset } };
}

/** Pages, kind and allocation, which are said of all memory whatever piece shows them. */
export function applyBacking(backend: ReadBackend, { definition }: Draft, nodeset?: string): void {
  const backing = definition.memoryBacking ?? {};
  const { hugepageKiB, prealloc, threads } = backend;
  const immediate = prealloc && (hugepageKiB === undefined || threads !== undefined);
  const type = kindOf(backend);
  const allocation = some({ mode: immediate ? ('immediate' as const) : undefined, threads });
  const next = {
    ...backing,
    ...given({
      hugepages: hugepageKiB === undefined ? undefined : withPages(backing.hugepages, hugepageKiB, nodeset),
      source: type === undefined ? undefined : { type },
      allocation,
    }),
  };
  if (Object.keys(next).length > 0) definition.memoryBacking = next;
}

function kindOf({ kind, hugepageKiB, path, id }: ReadBackend): 'memfd' | 'file' | undefined {
  if (kind === 'memfd') return 'memfd';
  if (kind !== 'file' || hugepageKiB !== undefined) return undefined;
  return path?.endsWith(`/${id}`) === true || path !== undefined ? 'file' : undefined;
}

type Hugepages = NonNullable<NonNullable<Draft['definition']['memoryBacking']>['hugepages']>;

/** One size for all memory, or for some cells. A size of 0 is the host's usual one. */
function withPages(known: Hugepages | undefined, sizeKiB: number, nodeset: string | undefined): Hugepages {
  if (sizeKiB === 0) return known ?? {};
  const pages = known?.pages ?? [];
  const same = pages.find((page) => page.sizeKiB === sizeKiB);
  if (same === undefined) return { pages: [...pages, { sizeKiB, ...given({ nodeset }) }] };
  const joined = same.nodeset === undefined || nodeset === undefined ? undefined : `${same.nodeset},${nodeset}`;
  return { pages: pages.map((page) => (page === same ? { sizeKiB, ...given({ nodeset: joined }) } : page)) };
}

/** `-mem-path`: all memory lies there; only huge pages have a place in a definition. */
export const memPathOption: OptionParser = ({ value = '' }, { definition }) => {
  needed(/\/huge(?:pages|tlbfs)/.test(value) ? value : undefined, `the directory '${value}' has no element`);
  definition.memoryBacking = { ...definition.memoryBacking, hugepages: {} };
};

/** `-mem-prealloc` */
export const memPreallocOption: OptionParser = (_, { definition }) => {
  definition.memoryBacking = { ...definition.memoryBacking, allocation: { mode: 'immediate' } };
};

/** `-realtime`: what older QEMU had in place of `-overcommit`. */
export const realtimeOption: OptionParser = ({ parameters }, { definition }) => {
  if (parameters.flag('mlock') === true) definition.memoryBacking = { ...definition.memoryBacking, locked: true };
};

/** `-overcommit` */
export const overcommitOption: OptionParser = ({ parameters }, { definition }) => {
  if (parameters.flag('mem-lock') === true) definition.memoryBacking = { ...definition.memoryBacking, locked: true };
};
