import { formatNodeDevice } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { createVirtualHost } from '../world/create-virtual-host.js';
import { capabilitiesOf, type TestNodeDevice } from '../world/test-node-device.js';
import type { TestWorld } from '../world/test-world.js';

/** virConnectListAllNodeDeviceFlags of the capabilities that devices of the test world can have. */
const LIST_FLAGS: Readonly<Record<string, number>> = {
  system: 1,
  net: 16,
  scsi_host: 32,
  fc_host: 512,
  vports: 1024,
};

/** All flags of capabilities. */
const CAPABILITIES = 0x1f_ffff;

function matches(device: TestNodeDevice, flags: number): boolean {
  const asked = flags & CAPABILITIES;
  return asked === 0 || capabilitiesOf(device).some((capability) => (asked & (LIST_FLAGS[capability] ?? 0)) !== 0);
}

/** Devices of the node. */
export function nodeDeviceFunctions(world: TestWorld) {
  const { nodeDevices, neighbourEvents } = world;
  const known = (name: string): TestNodeDevice => {
    const device = nodeDevices.get(name);
    if (device !== undefined) return device;
    throw new VirtError('NO_NODE_DEVICE', `no node device with matching name '${name}'`, { domain: 'NODEDEV' });
  };
  const having = (capability: string | undefined): string[] =>
    [...nodeDevices.values()]
      .filter((device) => capability === undefined || capabilitiesOf(device).includes(capability))
      .map(({ name }) => name);
  return {
    connectListAllNodeDevices: async ({ flags }) => ({
      devices: [...nodeDevices.values()].filter((device) => matches(device, flags)).map(({ name }) => ({ name })),
    }),
    nodeNumOfDevices: async ({ capability }) => ({ count: having(capability).length }),
    nodeListDevices: async ({ capability }) => ({ names: having(capability) }),
    nodeDeviceLookupByName: async ({ name }) => ({ device: { name: known(name).name } }),
    nodeDeviceGetXMLDesc: async ({ name }) => ({ xml: formatNodeDevice(known(name).definition) }),
    nodeDeviceGetParent: async ({ name }) => ({ parentName: known(name).parent }),
    nodeDeviceNumOfCaps: async ({ name }) => ({ count: capabilitiesOf(known(name)).length }),
    nodeDeviceListCaps: async ({ name }) => ({ names: capabilitiesOf(known(name)) }),
    nodeDeviceCreateXML: async ({ xml }) => {
      const { name } = createVirtualHost(world, xml);
      neighbourEvents.nodeDeviceChanged({ name }, 'created');
      return { device: { name } };
    },
    nodeDeviceDestroy: async ({ name }) => {
      nodeDevices.delete(known(name).name);
      neighbourEvents.nodeDeviceChanged({ name }, 'deleted');
    },
    nodeDeviceIsActive: async ({ name }) => ({ active: nodeDevices.has(known(name).name) }),
    nodeDeviceIsPersistent: async ({ name }) => ({ persistent: nodeDevices.has(known(name).name) }),
  } satisfies DriverFunctions;
}
