import { type Argument, blockdev } from '../arguments/argument.js';
import { type OptionalProperties, present } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { Disk } from '../definition/devices.js';
import { type CacheMode, nodeCacheProperties } from './cache-mode.js';
import { type Image, imageOf } from './image.js';
import { protocolOf } from './protocol.js';
import { secretObject } from './secret-object.js';
import { throttleGroupId } from './throttle-group.js';

/** The nodes behind a disk, and the name of the one that the device reads and writes; no name without an image. */
export interface BlockGraph {
  readonly arguments: readonly Argument[];
  readonly top: string | undefined;
}

const EMPTY: BlockGraph = { arguments: [], top: undefined };

/** The cache mode of a disk; one that others share must not be cached by this host alone. */
export function diskCacheMode({ driver, shareable }: Disk): CacheMode | undefined {
  const mode = driver?.cache;
  if (mode !== undefined && mode !== 'default') return mode;
  return shareable === true ? 'none' : undefined;
}

/** The nodes of a disk: its backing chain from the bottom to the top, and what lies over it. */
export function blockGraph(disk: Disk, context: BuildContext): BlockGraph {
  const graph = imageGraph(imageOf(disk), disk, true, context);
  if (graph.top === undefined) return graph;
  return throttled(disk, withCopyOnRead(disk, graph.arguments, graph.top));
}

/**
 * The nodes of an image over those below it. A raw image is one node, unless QEMU still needs a format layer for block jobs;
 * other formats are a layer above the one that reaches the image.
 */
function imageGraph(image: Image, disk: Disk, isTop: boolean, context: BuildContext): BlockGraph {
  const protocol = protocolOf(image, disk.driver?.io, context);
  if (protocol === undefined) return EMPTY;
  const below = image.below === undefined ? EMPTY : imageGraph(image.below, disk, false, context);
  const data = image.data === undefined ? EMPTY : imageGraph(image.data, disk, isTop, context);
  const cache = nodeCacheProperties(diskCacheMode(disk));
  const effective = { 'read-only': image.readOnly, ...discardProperties(disk, isTop), ...cache };
  const hidden = { 'auto-read-only': true, discard: 'unmap', ...cache };
  const slice = image.storage.source?.slices?.[0];
  const encryption = encryptionOf(image, context);
  const single =
    image.format === 'raw' && encryption === undefined && context.flags.has('blockjob.backing-mask-protocol');
  const storage = `${image.name}-storage`;
  const nodes: Argument[] = [
    ...below.arguments,
    ...data.arguments,
    ...protocol.secrets,
    ...(encryption?.secrets ?? []),
    blockdev({ ...protocol.properties, 'node-name': storage, ...(single && slice === undefined ? effective : hidden) }),
  ];
  let top = storage;
  if (slice !== undefined) {
    const name = `${image.name}-slice-sto`;
    const range = { offset: BigInt(slice.offset), size: BigInt(slice.size) };
    nodes.push(blockdev({ driver: 'raw', file: top, ...range, 'node-name': name, ...(single ? effective : hidden) }));
    top = name;
  }
  if (single) return { arguments: nodes, top };
  const format = `${image.name}-format`;
  nodes.push(
    blockdev({
      'node-name': format,
      ...effective,
      ...formatProperties(image, encryption),
      'data-file': data.top,
      'cache-size': metadataCacheOf(image),
      file: top,
      ...backingProperty(image, below.top),
    }),
  );
  return { arguments: nodes, top: format };
}

function backingProperty(image: Image, below: string | undefined): OptionalProperties {
  if (below !== undefined) return { backing: below };
  return image.ends && BACKED_FORMATS.has(image.format) ? { backing: null } : {};
}

/** Formats that know backing images. */
const BACKED_FORMATS: ReadonlySet<string> = new Set(['qcow', 'qcow2', 'qed', 'vmdk', 'cow']);

interface ImageEncryption {
  readonly format: string;
  readonly secret: string;
  readonly secrets: readonly Argument[];
}

/** How QEMU itself decrypts an image; the storage may do it instead. */
function encryptionOf({ storage, name }: Image, { host }: BuildContext): ImageEncryption | undefined {
  const encryption = storage.source?.encryption ?? ('encryption' in storage ? storage.encryption : undefined);
  const reference = encryption?.secrets?.[0];
  if (encryption === undefined || reference === undefined || encryption.engine === 'librbd') return undefined;
  const secret = `${name}-format-encryption-secret0`;
  return { format: encryption.format, secret, secrets: [secretObject(secret, reference, host)] };
}

function formatProperties({ format }: Image, encryption: ImageEncryption | undefined): OptionalProperties {
  if (encryption === undefined) return { driver: format === 'fat' ? 'raw' : format };
  if (format === 'raw') return { driver: 'luks', 'key-secret': encryption.secret };
  return { driver: format, encrypt: present({ format: 'luks', 'key-secret': encryption.secret }) };
}

/** How much of a qcow2 image's tables is kept in memory, in bytes. */
function metadataCacheOf({ storage }: Image): bigint | undefined {
  const format = 'driver' in storage ? storage.driver : 'format' in storage ? storage.format : undefined;
  const cache = typeof format === 'object' && 'metadataCache' in format ? format.metadataCache : undefined;
  return cache?.maxSizeBytes === undefined ? undefined : BigInt(cache.maxSizeBytes);
}

/** Only the top is written to, so only there zeroes are looked for. */
function discardProperties({ driver }: Disk, isTop: boolean): OptionalProperties {
  const { discard, detectZeroes } = driver ?? {};
  if (!isTop) return { discard };
  return { discard, 'detect-zeroes': detectZeroes === 'unmap' && discard !== 'unmap' ? 'on' : detectZeroes };
}

/** A node on top that copies what is read from below into the image. */
function withCopyOnRead(disk: Disk, below: readonly Argument[], top: string): BlockGraph {
  if (disk.driver?.copyOnRead !== true) return { arguments: below, top };
  const name = `libvirt-CoR-${disk.target?.dev ?? ''}`;
  const node = blockdev({ driver: 'copy-on-read', 'node-name': name, file: top, discard: 'unmap' });
  return { arguments: [...below, node], top: name };
}

/** Nodes on top of all that keep to limits that several disks may share. */
function throttled(disk: Disk, { arguments: below, top }: BlockGraph): BlockGraph {
  const nodes = [...below];
  let over = top;
  for (const { group, index = 0 } of disk.throttlefilters ?? []) {
    const name = `libvirt-${index}-filter`;
    nodes.push(
      blockdev({ driver: 'throttle', 'node-name': name, 'throttle-group': throttleGroupId(group), file: over }),
    );
    over = name;
  }
  return { arguments: nodes, top: over };
}
