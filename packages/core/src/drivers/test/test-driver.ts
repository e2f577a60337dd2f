import { DECLINED, type DriverFunctions, type OpenContext } from '../../driver/contract.js';
import { openWithFaults } from '../../faults/with-faults.js';
import { refusingFlags } from './accepted-flags.js';
import { blockFunctions } from './functions/block.js';
import { checkpointFunctions } from './functions/checkpoints.js';
import { connectionFunctions } from './functions/connection.js';
import { consoleFunctions } from './functions/console.js';
import { controlFunctions } from './functions/control.js';
import { cpuModelFunctions } from './functions/cpu-models.js';
import { cpuStatisticsFunctions } from './functions/cpu-statistics.js';
import { definitionFunctions } from './functions/definition.js';
import { deviceFunctions } from './functions/devices.js';
import { guestFunctions } from './functions/guest.js';
import { hostInterfaceFunctions } from './functions/host-interfaces.js';
import { infoFunctions } from './functions/info.js';
import { iothreadFunctions } from './functions/iothreads.js';
import { lifecycleFunctions } from './functions/lifecycle.js';
import { lookupFunctions } from './functions/lookup.js';
import { memoryFunctions } from './functions/memory.js';
import { metadataFunctions } from './functions/metadata.js';
import { networkInterfaceFunctions } from './functions/network-interfaces.js';
import { networkPortFunctions } from './functions/network-ports.js';
import { networkFunctions } from './functions/networks.js';
import { nodeFunctions } from './functions/node.js';
import { nodeDeviceFunctions } from './functions/node-devices.js';
import { saveFunctions } from './functions/save.js';
import { testSnapshotFunctions } from './functions/snapshots.js';
import { storagePoolFunctions } from './functions/storage-pools.js';
import { storageVolumeFunctions } from './functions/storage-volumes.js';
import { tuningFunctions } from './functions/tuning.js';
import { vcpuFunctions } from './functions/vcpus.js';
import { volumeDataFunctions } from './functions/volume-data.js';
import type { TestWorlds } from './test-worlds.js';
import type { TestWorld } from './world/test-world.js';

function domainFunctions(world: TestWorld): DriverFunctions {
  return {
    ...lookupFunctions(world),
    ...definitionFunctions(world),
    ...deviceFunctions(world),
    ...lifecycleFunctions(world),
    ...infoFunctions(world),
    ...metadataFunctions(world),
    ...memoryFunctions(world),
    ...vcpuFunctions(world),
    ...iothreadFunctions(world),
    ...tuningFunctions(world),
    ...cpuStatisticsFunctions(world),
    ...blockFunctions(world),
    ...networkInterfaceFunctions(world),
    ...guestFunctions(world),
    ...consoleFunctions(world),
    ...saveFunctions(world),
    ...testSnapshotFunctions(world),
    ...checkpointFunctions(world),
  };
}

function neighbourFunctions(world: TestWorld): DriverFunctions {
  return {
    ...networkFunctions(world),
    ...networkPortFunctions(world),
    ...storagePoolFunctions(world),
    ...storageVolumeFunctions(world),
    ...volumeDataFunctions(world),
    ...hostInterfaceFunctions(world),
    ...nodeDeviceFunctions(world),
  };
}

/** Opens the world that the URI leads to. @throws VirtError INVALID_ARG for what it can't say */
export async function openTest(
  uri: URL,
  context: OpenContext,
  worlds: TestWorlds,
): Promise<DriverFunctions | typeof DECLINED> {
  if (uri.protocol !== 'test:' || uri.host !== '') return DECLINED;
  const { world, faults, leave } = await worlds.find(uri, context.signal);
  return openWithFaults(faults, world.clock, context, async ({ deliver }) => ({
    ...sharedFunctions(world),
    ...refusingFlags(connectionFunctions(uri.href, world)),
    ...world.events.functionsFor(deliver),
    ...world.neighbourEvents.functionsFor(deliver),
    connectClose: async () => {
      world.events.forget(deliver);
      world.neighbourEvents.forget(deliver);
      leave();
    },
  }));
}

/** The functions that don't depend on who calls them. */
function sharedFunctions(world: TestWorld): DriverFunctions {
  world.functions ??= {
    ...refusingFlags({
      ...nodeFunctions(world),
      ...cpuModelFunctions(),
      ...domainFunctions(world),
      ...neighbourFunctions(world),
    }),
    ...controlFunctions(world),
  };
  return world.functions;
}
