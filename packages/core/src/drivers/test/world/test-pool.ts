import {
  parseStoragePool,
  parseStorageVolume,
  type StoragePoolDefinition,
  type StorageVolumeDefinition,
} from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { Chance } from './chance.js';
import { completePool, rulesOf } from './pool-types.js';
import { VolumeContent } from './volume-content.js';

/** A storage pool of the test world. */
export interface TestPool {
  readonly name: string;
  readonly uuid: string;
  definition: StoragePoolDefinition;
  isActive: boolean;
  isPersistent: boolean;
  isAutostarted: boolean;
  /** By their names. */
  readonly volumes: Map<string, TestVolume>;
}

/** A volume of the test world. */
export interface TestVolume {
  readonly name: string;
  /** Its path, too. */
  readonly key: string;
  readonly definition: StorageVolumeDefinition;
  readonly content: VolumeContent;
}

const VOLUME_FORMATS: readonly string[] =
  'none raw dir bochs cloop dmg iso vpc vdi fat vhd ploop cow qcow qcow2 qed vmdk'.split(' ');

const CAPACITY_BYTES = 100 * 2 ** 30;

/** Reads a pool's XML. @throws VirtError XML_DETAIL, XML_ERROR */
export function readPool(xml: string, chance: Chance): TestPool {
  const value = parseStoragePool(xml);
  const { uuid = chance.uuid() } = value;
  const name = value.name ?? value.source?.name;
  if (name === undefined) throw new VirtError('XML_ERROR', 'missing pool source name element', { domain: 'STORAGE' });
  const empty = { capacityBytes: CAPACITY_BYTES, allocationBytes: 0, availableBytes: CAPACITY_BYTES };
  if (name.includes('/')) throw new VirtError('XML_ERROR', `name ${name} cannot contain '/'`, { domain: 'STORAGE' });
  const definition = { ...completePool(value, name), name, uuid, ...empty };
  return { name, uuid, definition, isActive: false, isPersistent: false, isAutostarted: false, volumes: new Map() };
}

/** @throws VirtError OPERATION_INVALID unless the pool is active */
export function mustBeActive(pool: TestPool): TestPool {
  if (pool.isActive) return pool;
  throw new VirtError('OPERATION_INVALID', `storage pool '${pool.name}' is not active`, { domain: 'STORAGE' });
}

/** @throws VirtError OPERATION_INVALID if the pool is active */
export function mustBeInactive(pool: TestPool): TestPool {
  if (!pool.isActive) return pool;
  throw new VirtError('OPERATION_INVALID', `storage pool '${pool.name}' is active`, { domain: 'STORAGE' });
}

/** @throws VirtError NO_STORAGE_VOL */
export function volumeOf(pool: TestPool, name: string): TestVolume {
  const volume = pool.volumes.get(name);
  if (volume !== undefined) return volume;
  throw new VirtError('NO_STORAGE_VOL', `no storage vol with matching name '${name}'`, { domain: 'STORAGE' });
}

function allocate(pool: TestPool, bytes: number): void {
  const { allocationBytes = 0, availableBytes = 0 } = pool.definition;
  pool.definition = {
    ...pool.definition,
    allocationBytes: allocationBytes + bytes,
    availableBytes: availableBytes - bytes,
  };
}

/** Adds a volume. @throws VirtError OPERATION_FAILED if there is one with its name, INTERNAL_ERROR if it has no room, XML_ERROR */
export function createVolume(pool: TestPool, xml: string, source?: TestVolume): TestVolume {
  const value = parseStorageVolume(xml);
  const { name, capacityBytes = 0, allocationBytes = capacityBytes } = value;
  if (name === undefined) throw new VirtError('XML_ERROR', 'missing volume name element', { domain: 'STORAGE' });
  if (value.capacityBytes === undefined) {
    throw new VirtError('XML_ERROR', 'missing capacity element', { domain: 'STORAGE' });
  }
  if (pool.volumes.has(name))
    throw new VirtError('OPERATION_FAILED', 'storage vol already exists', { domain: 'STORAGE' });
  if (allocationBytes > (pool.definition.availableBytes ?? 0)) {
    throw new VirtError('INTERNAL_ERROR', `Not enough free space in pool for volume '${name}'`, { domain: 'STORAGE' });
  }
  const key = `${pool.definition.target?.path ?? '(null)'}/${name}`;
  const { volumeFormat } = rulesOf(pool.definition.type);
  const { format = volumeFormat && { type: volumeFormat }, ...rest } = value.target ?? {};
  if (volumeFormat === 'raw' && format !== undefined && !VOLUME_FORMATS.includes(format.type)) {
    throw new VirtError('CONFIG_UNSUPPORTED', `unknown volume format type ${format.type}`, { domain: 'STORAGE' });
  }
  const target = { ...rest, path: key, ...(volumeFormat && format && { format }) };
  const definition = { type: 'file' as const, ...value, key, capacityBytes, allocationBytes, target };
  const volume = { name, key, definition, content: new VolumeContent(source?.content) };
  pool.volumes.set(name, volume);
  allocate(pool, allocationBytes);
  return volume;
}

/** Takes a volume away. */
export function deleteVolume(pool: TestPool, { name, definition }: TestVolume): void {
  pool.volumes.delete(name);
  allocate(pool, -(definition.allocationBytes ?? 0));
}
