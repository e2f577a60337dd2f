import { type Argument, blockdev } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { Disk } from '../definition/devices.js';
import { type CacheMode, nodeCacheProperties } from './cache-mode.js';
import { protocolProperties } from './protocol.js';

/** The nodes behind a disk, and the name of the one that the device reads and writes; no name without an image. */
export interface BlockGraph {
  readonly arguments: readonly Argument[];
  readonly top: string | undefined;
}

/** The cache mode of a disk; one that others share must not be cached by this host alone. */
export function diskCacheMode({ driver, shareable }: Disk): CacheMode | undefined {
  const mode = driver?.cache;
  if (mode !== undefined && mode !== 'default') return mode;
  return shareable === true ? 'none' : undefined;
}

/**
 * The nodes of a disk, bottom first. A raw image is one node, unless QEMU still needs a format layer for block jobs; other
 * formats are a layer above the one that reaches the image.
 */
export function blockGraph(disk: Disk, context: BuildContext): BlockGraph {
  const cdrom = disk.device === 'cdrom' && disk.type === 'block' && isCdromDrive(disk.source?.dev, context);
  const protocol = protocolProperties(disk, { aio: disk.driver?.io, cdrom });
  if (protocol === undefined) return { arguments: [], top: undefined };
  const name = nodeName(disk, context);
  const cache = nodeCacheProperties(diskCacheMode(disk));
  const format = disk.driver?.type ?? 'raw';
  const readOnly = disk.readonly === true;
  if (format === 'raw' && context.flags.has('blockjob.backing-mask-protocol')) {
    const storage = blockdev({
      ...protocol,
      'node-name': `${name}-storage`,
      'read-only': readOnly,
      ...discardProperties(disk),
      ...cache,
    });
    return corNode(disk, [storage], `${name}-storage`);
  }
  const below = { 'auto-read-only': true, discard: 'unmap' };
  const nodes = [
    blockdev({ ...protocol, 'node-name': `${name}-storage`, ...below, ...cache }),
    blockdev({
      'node-name': `${name}-format`,
      'read-only': readOnly,
      ...discardProperties(disk),
      ...cache,
      driver: format,
      file: `${name}-storage`,
    }),
  ];
  return corNode(disk, nodes, `${name}-format`);
}

function discardProperties({ driver }: Disk): OptionalProperties {
  const { discard, detectZeroes } = driver ?? {};
  return { discard, 'detect-zeroes': detectZeroes === 'unmap' && discard !== 'unmap' ? 'on' : detectZeroes };
}

/** A node on top that copies what is read from below into the image. */
function corNode(disk: Disk, below: readonly Argument[], top: string): BlockGraph {
  if (disk.driver?.copyOnRead !== true) return { arguments: below, top };
  const name = `libvirt-CoR-${disk.target?.dev ?? ''}`;
  const node = blockdev({ driver: 'copy-on-read', 'node-name': name, file: top, discard: 'unmap' });
  return { arguments: [...below, node], top: name };
}

/** Numbered from the last disk to the first, so that adding one at the end needs no other numbers. */
function nodeName(disk: Disk, { definition }: BuildContext): string {
  const disks = definition.devices?.disks ?? [];
  return `libvirt-${disks.length - disks.indexOf(disk)}`;
}

function isCdromDrive(path: string | undefined, { host }: BuildContext): boolean {
  return path !== undefined && host.devices.cdroms?.includes(path) === true;
}
