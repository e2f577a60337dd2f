import type { BackingStore, DiskDriver, Reservations, StorageFormat, StorageSlice } from '@virtkit/domain-conf';
import type { CacheMode } from '../../block/cache-mode.js';
import { CACHE_MODES } from '../../block/cache-mode.js';
import { given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { NativeCommandLine } from '../native-command-line.js';
import { throttleGroupOf } from '../options/throttle-groups.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { isProtocol, type Storage, storageOf } from './storage.js';

/** What the nodes of a block graph say of an image. */
export interface ReadImage {
  readonly storage: Storage;
  readonly format: StorageFormat;
  readonly readOnly: boolean;
  readonly slice: StorageSlice | undefined;
  readonly cache: { readonly direct: boolean; readonly noFlush: boolean } | undefined;
  /** Who reserves the LUN. */
  readonly reservations: Reservations | undefined;
  /** Another image that holds the data. */
  readonly data: ReadImage | undefined;
  /** Groups whose limits it keeps to, from the bottom to the top. */
  readonly filters: readonly string[];
  readonly driver: Pick<DiskDriver, 'io' | 'discard' | 'detectZeroes' | 'copyOnRead' | 'metadataCache'>;
  /** The image below; `ends` where there is none, undefined where QEMU is to look. */
  readonly below: ReadImage | 'ends' | undefined;
  readonly uses: readonly NativeArgument[];
}

const FORMATS = ['raw', 'qcow2', 'qcow', 'qed', 'vmdk', 'vdi', 'vpc', 'bochs', 'cloop', 'dmg'] as const;

const AIO = ['native', 'threads', 'io_uring'] as const;
const DISCARD = ['unmap', 'ignore'] as const;
const ZEROES = ['off', 'on', 'unmap'] as const;

/** A node of the graph: its parameters, and the arguments that it and those below it are made of. */
interface Node {
  readonly parameters: Parameters;
  readonly uses: readonly NativeArgument[];
}

/** The nodes of a command line, of which an image takes each at most once. */
interface Graph {
  readonly line: NativeCommandLine;
  readonly seen: Set<string>;
}

function nodeNamed(name: string, { line, seen }: Graph): Node {
  const argument = needed(line.find('blockdev', name), `there is no node '${name}'`);
  if (seen.has(name)) throw new Unmapped(`the node '${name}' is used twice`);
  if (seen.size > MAX_NODES) throw new Unmapped('it has too many nodes');
  seen.add(name);
  argument.parameters.text('node-name');
  return { parameters: argument.parameters, uses: [argument] };
}

const MAX_NODES = 1000;

/** The node behind a member: named, or written in its place. */
function nodeBehind(member: string, { parameters }: Node, graph: Graph): Node {
  const name = parameters.text(member);
  return name === undefined ? { parameters: parameters.under(member), uses: [] } : nodeNamed(name, graph);
}

/** Reads the image that a node stands for, through the layers to where it lies. */
export function readImage(name: string, line: NativeCommandLine): ReadImage {
  return imageNamed(name, { line, seen: new Set() });
}

function imageNamed(name: string, graph: Graph): ReadImage {
  return withFilters(nodeNamed(name, graph), graph);
}

/** Nodes above the image: those that keep to limits, and one that copies what is read. */
function withFilters(top: Node, graph: Graph): ReadImage {
  const { parameters, uses } = top;
  const driver = parameters.peek('driver');
  if (driver !== 'throttle' && driver !== 'copy-on-read') return imageOf(top, graph);
  parameters.text('driver');
  const image = withFilters(nodeBehind('file', top, graph), graph);
  if (driver === 'throttle') {
    const group = throttleGroupOf(parameters.text('throttle-group'));
    return { ...image, filters: [...image.filters, group], uses: [...uses, ...image.uses] };
  }
  parameters.implied('discard', 'unmap');
  return { ...image, driver: { ...image.driver, copyOnRead: true }, uses: [...uses, ...image.uses] };
}

function imageOf(top: Node, graph: Graph): ReadImage {
  const { parameters } = top;
  const driver = parameters.text('driver') ?? '';
  const cache = cacheOf(parameters);
  const readOnly = parameters.flag('read-only') ?? false;
  const effects = {
    discard: parameters.word('discard', DISCARD),
    detectZeroes: parameters.word('detect-zeroes', ZEROES),
  };
  if (isProtocol(driver)) {
    const io = parameters.word('aio', AIO);
    const storage = storageOf(driver, parameters);
    const { reservations, uses } = reservationsOf(parameters, graph);
    const plain = { readOnly, slice: undefined, cache, below: undefined, data: undefined, filters: [] };
    const image = { ...plain, reservations, uses: [...top.uses, ...uses] };
    return { storage, format: 'raw', ...image, driver: given({ io, ...effects }) };
  }
  const slice = driver === 'raw' ? sliceOf(parameters) : undefined;
  const known = needed(
    FORMATS.find((name) => name === driver),
    `images of format '${driver}' have no element`,
  );
  const cacheSize = known === 'qcow2' ? parameters.number('cache-size') : undefined;
  const metadataCache = cacheSize === undefined ? undefined : { maxSizeBytes: cacheSize };
  const hidden = hiddenLayers(nodeBehind('file', top, graph), graph, cache);
  const dataFile = parameters.text('data-file');
  const data = dataFile === undefined ? undefined : imageNamed(dataFile, graph);
  const below = belowOf(parameters, graph);
  const above = below === undefined || below === 'ends' ? [] : below.uses;
  return {
    storage: hidden.storage,
    // A directory becomes an image by a layer of its own.
    format: hidden.storage.type === 'dir' ? 'fat' : known,
    readOnly,
    slice: slice ?? hidden.slice,
    reservations: hidden.reservations,
    data,
    filters: [],
    cache,
    driver: given({ io: hidden.io, ...effects, metadataCache }),
    below,
    uses: [...top.uses, ...hidden.uses, ...(data?.uses ?? []), ...above],
  };
}

/** The layers below the format: perhaps a part of the image, and where it lies. */
function hiddenLayers(
  node: Node,
  graph: Graph,
  cache: ReadImage['cache'],
): Pick<ReadImage, 'storage' | 'slice' | 'reservations' | 'uses'> & { readonly io: DiskDriver['io'] | undefined } {
  const { parameters } = node;
  const driver = parameters.text('driver') ?? '';
  parameters.implied('auto-read-only', 'on');
  parameters.implied('discard', 'unmap');
  parameters.flag('read-only');
  const own = cacheOf(parameters);
  if (own !== undefined && (own.direct !== cache?.direct || own.noFlush !== cache.noFlush)) {
    throw new Unmapped('its layers are cached in different ways');
  }
  const io = parameters.word('aio', AIO);
  if (isProtocol(driver)) {
    const { reservations, uses } = reservationsOf(parameters, graph);
    const storage = storageOf(driver, parameters);
    return { storage, slice: undefined, io, reservations, uses: [...node.uses, ...uses] };
  }
  const slice = driver === 'raw' ? sliceOf(parameters) : undefined;
  if (slice === undefined) throw new Unmapped(`a layer '${driver}' below the format has no element`);
  const below = hiddenLayers(nodeBehind('file', node, graph), graph, cache);
  return { ...below, slice, uses: [...node.uses, ...below.uses] };
}

function belowOf(parameters: Parameters, graph: Graph): ReadImage['below'] {
  if (parameters.isNull('backing')) return 'ends';
  const name = parameters.text('backing');
  if (name !== undefined) return imageNamed(name, graph);
  return parameters.has('backing.driver')
    ? withFilters({ parameters: parameters.under('backing'), uses: [] }, graph)
    : undefined;
}

function sliceOf(parameters: Parameters): StorageSlice | undefined {
  const offset = parameters.integer('offset');
  const size = parameters.integer('size');
  return offset === undefined || size === undefined ? undefined : { type: 'storage', offset, size };
}

function cacheOf(parameters: Parameters): ReadImage['cache'] {
  const direct = parameters.flag('cache.direct');
  const noFlush = parameters.flag('cache.no-flush');
  return direct === undefined && noFlush === undefined
    ? undefined
    : { direct: direct ?? false, noFlush: noFlush ?? false };
}

/** The cache mode that nodes and device together make; undefined for that of QEMU. */
export function cacheModeOf(cache: ReadImage['cache'], writeCache: boolean | undefined): CacheMode | undefined {
  if (cache === undefined && writeCache === undefined) return undefined;
  if (cache === undefined) return writeCache ? 'writeback' : 'writethrough';
  const wanted = { ...cache, writeCache: writeCache ?? true };
  for (const mode in CACHE_MODES) {
    if (!isCacheMode(mode)) continue;
    const { direct, noFlush, writeCache: written } = CACHE_MODES[mode];
    if (direct === wanted.direct && noFlush === wanted.noFlush && written === wanted.writeCache) return mode;
  }
  throw new Unmapped('no cache mode is like that');
}

const isCacheMode = (mode: string): mode is CacheMode => Object.hasOwn(CACHE_MODES, mode);

/** An image's storage, with what else a source says. */
export function sourceOf({
  storage,
  slice,
  reservations,
  data,
}: Pick<ReadImage, 'storage' | 'slice' | 'reservations' | 'data'>): Storage {
  const dataStore = data === undefined ? undefined : { ...sourceOf(data), format: { type: data.format } };
  const more = given({ slices: slice === undefined ? undefined : [slice], reservations, dataStore });
  return Object.assign({}, storage, { source: { ...storage.source, ...more } });
}

/** The helper that reserves LUNs: that of the driver, or one on a socket. */
function reservationsOf(
  parameters: Parameters,
  { line }: Graph,
): { reservations: Reservations | undefined; uses: readonly NativeArgument[] } {
  const manager = parameters.text('pr-manager');
  if (manager === undefined) return { reservations: undefined, uses: [] };
  if (manager === 'pr-helper0') return { reservations: { managed: true }, uses: [] };
  const object = needed(line.find('object', manager), `there is no helper '${manager}'`);
  for (const name of ['qom-type', 'id']) object.parameters.text(name);
  const source = { type: 'unix', mode: 'client', ...given({ path: object.parameters.text('path') }) } as const;
  return { reservations: { managed: false, source }, uses: [object] };
}

/** The images below one, as `<backingStore>`. */
export function backingStoreOf(below: ReadImage['below']): BackingStore | undefined {
  if (below === undefined) return undefined;
  if (below === 'ends') return {};
  const { metadataCache } = below.driver;
  return {
    ...sourceOf(below),
    format: { type: below.format, ...given({ metadataCache }) },
    ...given({ backingStore: backingStoreOf(below.below) }),
  };
}
