import { formatStorageVolume } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { StorageVolReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { rulesOf } from '../world/pool-types.js';
import {
  createVolume,
  deleteVolume,
  mustBeActive,
  type TestPool,
  type TestVolume,
  volumeOf,
} from '../world/test-pool.js';
import type { TestWorld } from '../world/test-world.js';

/** virStorageVolType */
const VOLUME_TYPES = { file: 0, block: 1 } as const;

const referenceTo = (pool: TestPool, { name, key }: TestVolume): StorageVolReference => ({
  pool: pool.name,
  name,
  key,
});

function findByKey({ pools }: TestWorld, key: string, what: 'key' | 'path'): StorageVolReference {
  for (const pool of pools.all().filter(({ isActive }) => isActive)) {
    for (const volume of pool.volumes.values()) if (volume.key === key) return referenceTo(pool, volume);
  }
  throw new VirtError('NO_STORAGE_VOL', `no storage vol with matching ${what} '${key}'`, { domain: 'STORAGE' });
}

function infoOf(pool: TestPool, { definition }: TestVolume): { type: number; capacity: bigint; allocation: bigint } {
  const { capacityBytes = 0, allocationBytes = 0 } = definition;
  return {
    type: VOLUME_TYPES[rulesOf(pool.definition.type).volumes],
    capacity: BigInt(capacityBytes),
    allocation: BigInt(allocationBytes),
  };
}

/** Storage volumes. */
export function storageVolumeFunctions(world: TestWorld) {
  const { pools } = world;
  const volumeAt = (reference: StorageVolReference): { pool: TestPool; volume: TestVolume } => {
    const pool = mustBeActive(pools.byName(reference.pool));
    return { pool, volume: volumeOf(pool, reference.name) };
  };
  return {
    storagePoolListAllVolumes: async ({ pool: reference }) => {
      const pool = pools.byUuid(reference);
      if (!pool.isActive) throw new VirtError('OPERATION_INVALID', 'storage pool is not active', { domain: 'STORAGE' });
      return { volumes: [...pool.volumes.values()].map((volume) => referenceTo(pool, volume)) };
    },
    storagePoolNumOfVolumes: async ({ pool }) => ({ count: mustBeActive(pools.byUuid(pool)).volumes.size }),
    storagePoolListVolumes: async ({ pool }) => ({ names: [...mustBeActive(pools.byUuid(pool)).volumes.keys()] }),
    storageVolLookupByName: async ({ pool: reference, name }) => {
      const pool = mustBeActive(pools.byUuid(reference));
      return { volume: referenceTo(pool, volumeOf(pool, name)) };
    },
    storageVolLookupByKey: async ({ key }) => ({ volume: findByKey(world, key, 'key') }),
    storageVolLookupByPath: async ({ path }) => ({ volume: findByKey(world, path, 'path') }),
    storageVolCreateXML: async ({ pool: reference, xml }) => {
      const pool = mustBeActive(pools.byUuid(reference));
      return { volume: referenceTo(pool, createVolume(pool, xml)) };
    },
    storageVolCreateXMLFrom: async ({ pool: reference, xml, sourceVolume }) => {
      const pool = mustBeActive(pools.byUuid(reference));
      const { volume: source } = volumeAt(sourceVolume);
      return { volume: referenceTo(pool, createVolume(pool, xml, source)) };
    },
    storageVolDelete: async ({ volume: reference }) => {
      const { pool, volume } = volumeAt(reference);
      deleteVolume(pool, volume);
    },
    storageVolGetInfo: async ({ volume: reference }) => {
      const { pool, volume } = volumeAt(reference);
      return infoOf(pool, volume);
    },
    storageVolGetXMLDesc: async ({ volume }) => ({
      xml: formatStorageVolume(volumeAt(volume).volume.definition),
    }),
    storageVolGetPath: async ({ volume }) => ({ name: volumeAt(volume).volume.key }),
  } satisfies DriverFunctions;
}
