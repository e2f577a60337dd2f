import { formatStoragePool, STORAGE_POOL_TYPES } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { matchesPairs } from '../../../driver/flag-pairs.js';
import { mustBeActive, mustBeInactive, readPool, type TestPool } from '../world/test-pool.js';
import type { TestWorld } from '../world/test-world.js';

/** virStoragePoolState */
const INACTIVE = 0;
const RUNNING = 2;

/** virConnectListAllStoragePoolsFlags, without those of the pool's type. */
const LIST_PAIRS = [
  [2, 1, ({ isActive }: TestPool) => isActive],
  [4, 8, ({ isPersistent }: TestPool) => isPersistent],
  [16, 32, ({ isAutostarted }: TestPool) => isAutostarted],
] as const;

/** The flag of the first type; the others follow. */
const FIRST_TYPE = 64;

function matchesType({ definition }: TestPool, flags: number): boolean {
  const asked = STORAGE_POOL_TYPES.filter((_, index) => (flags & (FIRST_TYPE << index)) !== 0);
  return asked.length === 0 || asked.includes(definition.type);
}

const referenceTo = ({ name, uuid }: TestPool) => ({ name, uuid });

/** Adds the pool that a document describes, or gives the one with its name the new definition. */
function read(world: TestWorld, xml: string): TestPool {
  const fresh = readPool(xml, world.chance);
  const known = world.pools.replacedBy(fresh.name, fresh.uuid);
  if (known === undefined) return world.pools.add(fresh);
  known.definition = fresh.definition;
  return known;
}

function create(world: TestWorld, xml: string): TestPool {
  const { name } = readPool(xml, world.chance);
  if (world.pools.all().some((pool) => pool.name === name && pool.isActive)) {
    throw new VirtError('OPERATION_INVALID', `pool is already active as '${name}'`, { domain: 'STORAGE' });
  }
  const pool = read(world, xml);
  pool.isActive = true;
  world.neighbourEvents.poolChanged(pool, 'started');
  return pool;
}

/** Storage pools: making, starting, ending and removing them. */
function lifecycleFunctions(world: TestWorld) {
  const { pools, neighbourEvents } = world;
  return {
    storagePoolDefineXML: async ({ xml }) => {
      const pool = read(world, xml);
      pool.isPersistent = true;
      neighbourEvents.poolChanged(pool, 'defined');
      return { pool: referenceTo(pool) };
    },
    storagePoolCreateXML: async ({ xml }) => ({ pool: referenceTo(create(world, xml)) }),
    storagePoolCreate: async ({ pool: reference }) => {
      const pool = mustBeInactive(pools.byUuid(reference));
      pool.isActive = true;
      neighbourEvents.poolChanged(pool, 'started');
    },
    storagePoolBuild: async ({ pool }) => neighbourEvents.poolChanged(mustBeInactive(pools.byUuid(pool)), 'created'),
    storagePoolDestroy: async ({ pool: reference }) => {
      const pool = mustBeActive(pools.byUuid(reference));
      pool.isActive = false;
      if (!pool.isPersistent) pools.remove(pool);
      neighbourEvents.poolChanged(pool, 'stopped');
    },
    storagePoolDelete: async ({ pool }) => neighbourEvents.poolChanged(mustBeInactive(pools.byUuid(pool)), 'deleted'),
    storagePoolUndefine: async ({ pool: reference }) => {
      const pool = mustBeInactive(pools.byUuid(reference));
      pools.remove(pool);
      neighbourEvents.poolChanged(pool, 'undefined');
    },
    storagePoolRefresh: async ({ pool }) => neighbourEvents.poolRefreshed(mustBeActive(pools.byUuid(pool))),
  } satisfies DriverFunctions;
}

/** Storage pools. */
export function storagePoolFunctions(world: TestWorld) {
  const { pools } = world;
  const names = (isActive: boolean): string[] =>
    pools
      .all()
      .filter((pool) => pool.isActive === isActive)
      .map(({ name }) => name);
  return {
    ...lifecycleFunctions(world),
    connectListAllStoragePools: async ({ flags }) => ({
      pools: pools
        .all()
        .filter((pool) => matchesPairs(LIST_PAIRS, pool, flags) && matchesType(pool, flags))
        .map(referenceTo),
    }),
    connectNumOfStoragePools: async () => ({ count: names(true).length }),
    connectListStoragePools: async () => ({ names: names(true) }),
    connectNumOfDefinedStoragePools: async () => ({ count: names(false).length }),
    connectListDefinedStoragePools: async () => ({ names: names(false) }),
    storagePoolLookupByName: async ({ name }) => ({ pool: referenceTo(pools.byName(name)) }),
    storagePoolLookupByUUID: async (reference) => ({ pool: referenceTo(pools.byUuid(reference)) }),
    storagePoolLookupByVolume: async ({ volume }) => ({ pool: referenceTo(pools.byName(volume.pool)) }),
    storagePoolGetInfo: async ({ pool: reference }) => {
      const { isActive, definition } = pools.byUuid(reference);
      const { capacityBytes = 0, allocationBytes = 0, availableBytes = 0 } = definition;
      return {
        state: isActive ? RUNNING : INACTIVE,
        capacity: BigInt(capacityBytes),
        allocation: BigInt(allocationBytes),
        available: BigInt(availableBytes),
      };
    },
    storagePoolGetXMLDesc: async ({ pool }) => ({ xml: formatStoragePool(pools.byUuid(pool).definition) }),
    storagePoolIsActive: async ({ pool }) => ({ active: pools.byUuid(pool).isActive }),
    storagePoolIsPersistent: async ({ pool }) => ({ persistent: pools.byUuid(pool).isPersistent }),
    storagePoolGetAutostart: async ({ pool }) => ({ autostart: pools.byUuid(pool).isAutostarted }),
    storagePoolSetAutostart: async ({ pool: reference, autostart }) => {
      const pool = pools.byUuid(reference);
      if (!pool.isPersistent) {
        throw new VirtError('INVALID_ARG', 'pool has no config file', { domain: 'STORAGE' });
      }
      pool.isAutostarted = autostart;
    },
  } satisfies DriverFunctions;
}
