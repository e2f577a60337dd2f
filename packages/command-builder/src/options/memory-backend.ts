import { type Argument, qomObject } from '../arguments/argument.js';
import { list, type OptionalProperties, type PropertyList } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { shortNameOf } from '../build/domain-paths.js';
import { numbersOf } from '../definition/number-set.js';

/** A piece of the guest's memory. */
export interface MemoryPiece {
  readonly id: string;
  readonly sizeKiB: number;
  /** Its file's name, where that isn't the id. */
  readonly file?: string | undefined;
  /** The NUMA cell of the guest that it belongs to. */
  readonly cell?: number | undefined;
  readonly access?: 'shared' | 'private' | undefined;
  readonly discard?: boolean | undefined;
  /** Size of its pages; what the definition says of all memory if absent. */
  readonly pagesizeKiB?: number | undefined;
  /** Nodes of the host that it comes from. */
  readonly nodemask?: string | undefined;
  /** A file that holds it. */
  readonly path?: string | undefined;
  /** Its place in memory is a multiple of this. */
  readonly alignKiB?: number | string | undefined;
  /** What is written to it lasts. */
  readonly pmem?: boolean | undefined;
  /** Its pages are all there before the guest runs. */
  readonly preallocated?: boolean;
  /** QEMU knows it under its plain id, as machines do that are older than backends. */
  readonly plainId?: boolean;
}

export const POLICIES = { strict: 'bind', preferred: 'preferred', interleave: 'interleave' } as const;

/** The backend of a piece of memory, and before it the threads that allocate it on the right nodes. */
export function memoryBackend(piece: MemoryPiece, context: BuildContext): Argument[] {
  const { memoryBacking } = context.definition;
  const huge = hugepages(piece, context);
  const access = piece.access ?? memoryBacking?.access?.mode;
  const binding = nodeBinding(piece, context);
  const prealloc = huge !== undefined || piece.preallocated === true || memoryBacking?.allocation?.mode === 'immediate';
  const threadContext =
    prealloc && binding !== undefined && context.flags.has('thread-context') ? `tc-${piece.id}` : undefined;
  const { type, properties } = storage(piece, huge, access, context);
  const before =
    threadContext === undefined || binding === undefined
      ? []
      : [qomObject('thread-context', threadContext, { 'node-affinity': binding.nodes })];
  const canonical = piece.plainId === true && type !== 'memory-backend-ram';
  return [
    ...before,
    qomObject(type, piece.id, {
      ...properties,
      'x-use-canonical-path-for-ramblock-id': canonical ? false : undefined,
      align: piece.alignKiB === undefined ? undefined : BigInt(piece.alignKiB) * 1024n,
      pmem: piece.pmem,
      prealloc: prealloc ? true : undefined,
      'prealloc-threads': prealloc ? memoryBacking?.allocation?.threads : undefined,
      size: BigInt(piece.sizeKiB) * 1024n,
      'host-nodes': binding?.nodes,
      policy: binding?.policy,
      'prealloc-context': threadContext,
    }),
  ];
}

function storage(
  piece: MemoryPiece,
  huge: { path: string; sizeKiB: number } | undefined,
  access: 'shared' | 'private' | undefined,
  context: BuildContext,
): { type: string; properties: OptionalProperties } {
  const { memoryBacking } = context.definition;
  const discards = piece.discard ?? memoryBacking?.discard;
  const share = access === undefined ? undefined : access === 'shared';
  const shared = { 'discard-data': discards, share };
  if (piece.path !== undefined)
    return { type: 'memory-backend-file', properties: { 'mem-path': piece.path, ...shared } };
  if (memoryBacking?.source?.type === 'memfd') {
    const pages = huge === undefined ? {} : { hugetlb: true, hugetlbsize: huge.sizeKiB * 1024 };
    return { type: 'memory-backend-memfd', properties: { ...pages, ...shared, share: share ?? false } };
  }
  if (huge !== undefined) return { type: 'memory-backend-file', properties: { 'mem-path': huge.path, ...shared } };
  const inFile =
    memoryBacking?.source?.type === 'file' ||
    (piece.discard === true && memoryBacking?.source?.type === undefined) ||
    (access !== undefined && memoryBacking?.source?.type === undefined);
  if (!inFile) return { type: 'memory-backend-ram', properties: {} };
  const directory = `${context.host.directories.memoryBacking}/${shortNameOf(context.definition, context.domainId)}`;
  return {
    type: 'memory-backend-file',
    properties: { 'mem-path': `${directory}/${piece.file ?? piece.id}`, ...shared },
  };
}

/** The mounted huge pages that hold a piece; undefined for ordinary ones. */
function hugepages(piece: MemoryPiece, context: BuildContext): { path: string; sizeKiB: number } | undefined {
  const { definition, host } = context;
  const configured = definition.memoryBacking?.hugepages;
  const mounts = host.memory.hugetlbfs;
  const pages = configured?.pages ?? [];
  const own = pages.find(({ nodeset }) => nodeset !== undefined && numbersOf(nodeset).includes(piece.cell ?? 0));
  const general = pages.find(({ nodeset }) => nodeset === undefined);
  const usual =
    configured !== undefined && pages.length === 0 ? mounts.find(({ isDefault }) => isDefault)?.pageSizeKiB : undefined;
  const sizeKiB = piece.pagesizeKiB ?? own?.sizeKiB ?? general?.sizeKiB ?? usual;
  if (sizeKiB === undefined || sizeKiB === host.memory.pageSizesKiB[0]) return undefined;
  const mount = mounts.find(({ pageSizeKiB }) => pageSizeKiB === sizeKiB);
  if (mount === undefined) return undefined;
  return { path: `${mount.path}/libvirt/qemu/${shortNameOf(definition, context.domainId)}`, sizeKiB: Number(sizeKiB) };
}

/** Which nodes of the host a piece comes from, and how strictly. */
function nodeBinding(
  piece: MemoryPiece,
  { definition, host }: BuildContext,
): { nodes: PropertyList; policy: string } | undefined {
  const { numatune } = definition;
  const own = numatune?.memnodes?.find(({ cellid }) => cellid === piece.cell);
  const mode = own?.mode ?? numatune?.memory?.mode ?? 'strict';
  const general = numatune?.memory?.placement === 'auto' ? host.memory.autoNodeset : numatune?.memory?.nodeset;
  const nodeset = piece.nodemask ?? own?.nodeset ?? general;
  if (nodeset === undefined || mode === 'restrictive') return undefined;
  return { nodes: list(numbersOf(nodeset)), policy: POLICIES[mode] };
}
