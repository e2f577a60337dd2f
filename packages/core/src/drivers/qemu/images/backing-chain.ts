import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BackingStore, Disk, DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { systemReason } from '../../../driver/system-reason.js';
import { pathOfDisk } from './path-of-disk.js';
import { type Qcow2Backing, readQcow2Backing } from './qcow2-header.js';

/** Formats whose images may lie over others. */
const LAYERED: ReadonlySet<string> = new Set(['qcow2']);
/** What images lie over. */
const FORMATS = ['raw', 'qcow2', 'qcow', 'qed', 'vmdk', 'vdi', 'vpc', 'bochs', 'cloop', 'dmg', 'luks'] as const;
/** Deeper than anybody goes on purpose. */
const MAX_DEPTH = 200;

/**
 * Says of each disk whose definition leaves it open which images lie below its own, as the images tell, so that the emulator
 * opens these and no others.
 * @throws VirtError SYSTEM_ERROR if an image can't be read, CONFIG_UNSUPPORTED for one of a format nobody names
 */
export async function withBackingChains(definition: DomainDefinition): Promise<DomainDefinition> {
  const { devices } = definition;
  if (devices?.disks === undefined) return definition;
  return { ...definition, devices: { ...devices, disks: await Promise.all(devices.disks.map(withBackingChain)) } };
}

async function withBackingChain(disk: Disk): Promise<Disk> {
  const path = pathOfDisk(disk);
  if (path === undefined || disk.backingStore !== undefined || isOptional(disk)) return disk;
  const backingStore = await below(path, disk.driver?.type ?? 'raw', 0);
  return backingStore === undefined ? disk : { ...disk, backingStore };
}

/** What may be absent is the emulator's business, or the checks'. */
function isOptional({ source }: Disk): boolean {
  return source !== undefined && 'startupPolicy' in source && source.startupPolicy !== undefined;
}

/** What lies below an image; an empty object ends the chain, undefined is what nobody can tell. */
async function below(path: string, format: string, depth: number): Promise<BackingStore | undefined> {
  const backing = await backingOf(path, format);
  if (backing === undefined) return {};
  const { file } = backing;
  // Descriptions in JSON and addresses on the network are for the emulator to read.
  if (/^(json|[a-z][a-z0-9+.-]*):/.test(file) || depth > MAX_DEPTH) return undefined;
  const backingFormat = FORMATS.find((known) => known === backing.format);
  if (backingFormat === undefined) {
    const why =
      backing.format === undefined ? 'was not specified in the image metadata' : `'${backing.format}' is unknown`;
    throw new VirtError('CONFIG_UNSUPPORTED', `format of backing image '${file}' of image '${path}' ${why}`, {
      domain: 'QEMU',
    });
  }
  const image = resolve(dirname(path), file);
  const next = await below(image, backingFormat, depth + 1);
  return {
    type: 'file',
    format: { type: backingFormat },
    source: { file: image },
    ...(next && { backingStore: next }),
  };
}

async function backingOf(path: string, format: string): Promise<Qcow2Backing | undefined> {
  const file = await open(path).catch((cause: unknown) => {
    throw new VirtError('SYSTEM_ERROR', `Cannot access storage file '${path}': ${systemReason(cause)}`, {
      domain: 'STORAGE',
      cause,
    });
  });
  try {
    return LAYERED.has(format) ? await readQcow2Backing(file) : undefined;
  } finally {
    await file.close();
  }
}
