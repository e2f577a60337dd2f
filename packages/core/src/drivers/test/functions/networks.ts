import { formatNetwork, type NetworkDefinition } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { changeDescribed, type MetadataPart, readMetadata } from '../../../driver/domain-metadata.js';
import { matchesPairs } from '../../../driver/flag-pairs.js';
import { hasFlagSet } from '../../../driver/flags.js';
import { networkDefinition, readNetwork, type TestNetwork } from '../world/test-network.js';
import type { TestWorld } from '../world/test-world.js';
import { changeNetwork, updateNetwork } from '../world/update-network.js';

/** virNetworkXMLFlags: what the next start takes. */
const INACTIVE = 1;

/** virConnectListAllNetworksFlags */
const LIST_PAIRS = [
  [2, 1, ({ live }: TestNetwork) => live !== undefined],
  [4, 8, ({ persistent }: TestNetwork) => persistent !== undefined],
  [16, 32, ({ isAutostarted }: TestNetwork) => isAutostarted],
] as const;

const referenceTo = ({ name, uuid }: TestNetwork) => ({ name, uuid });

function described(definition: NetworkDefinition, part: MetadataPart): NetworkDefinition {
  const { title, description, metadata, ...rest } = definition;
  const old = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(metadata !== undefined && { metadata }),
  };
  return { ...rest, ...changeDescribed(old, part) };
}

function refuse(detail: string): never {
  throw new VirtError('OPERATION_INVALID', detail, { domain: 'NETWORK' });
}

function findOrAdd(
  { networks, chance }: TestWorld,
  xml: string,
): { network: TestNetwork; definition: ReturnType<typeof readNetwork> } {
  const definition = readNetwork(xml, chance);
  const { name, uuid } = definition;
  const known = networks.replacedBy(name, uuid);
  const fresh = { name, uuid, persistent: undefined, live: undefined, isAutostarted: false, ports: new Map() };
  return { network: known ?? networks.add(fresh), definition };
}

function define(world: TestWorld, xml: string): TestNetwork {
  const { network, definition } = findOrAdd(world, xml);
  network.persistent = definition;
  world.neighbourEvents.networkChanged(network, 'defined');
  return network;
}

function create(world: TestWorld, xml: string): TestNetwork {
  const { network, definition } = findOrAdd(world, xml);
  if (network.live !== undefined) refuse(`network is already active as '${network.name}'`);
  network.live = definition;
  world.neighbourEvents.networkChanged(network, 'started');
  return network;
}

function start(world: TestWorld, network: TestNetwork): void {
  if (network.live !== undefined) refuse(`Network '${network.name}' is already running`);
  network.live = network.persistent;
  world.neighbourEvents.networkChanged(network, 'started');
}

function stop(world: TestWorld, network: TestNetwork): void {
  network.live = undefined;
  if (network.persistent === undefined) world.networks.remove(network);
  world.neighbourEvents.networkChanged(network, 'stopped');
}

function undefine(world: TestWorld, network: TestNetwork): void {
  if (network.live !== undefined) refuse(`Network '${network.name}' is still running`);
  world.networks.remove(network);
  world.neighbourEvents.networkChanged(network, 'undefined');
}

/** Virtual networks. */
export function networkFunctions(world: TestWorld) {
  const { networks } = world;
  const names = (isActive: boolean): string[] =>
    networks
      .all()
      .filter(({ live }) => (live !== undefined) === isActive)
      .map(({ name }) => name);
  return {
    connectListAllNetworks: async ({ flags }) => ({
      networks: networks
        .all()
        .filter((network) => matchesPairs(LIST_PAIRS, network, flags))
        .map(referenceTo),
    }),
    connectNumOfNetworks: async () => ({ count: names(true).length }),
    connectListNetworks: async () => ({ names: names(true) }),
    connectNumOfDefinedNetworks: async () => ({ count: names(false).length }),
    connectListDefinedNetworks: async () => ({ names: names(false) }),
    networkLookupByName: async ({ name }) => ({ network: referenceTo(networks.byName(name)) }),
    networkLookupByUUID: async (reference) => ({ network: referenceTo(networks.byUuid(reference)) }),
    networkDefineXML: async ({ xml }) => ({ network: referenceTo(define(world, xml)) }),
    networkDefineXMLFlags: async ({ xml }) => ({ network: referenceTo(define(world, xml)) }),
    networkCreateXML: async ({ xml }) => ({ network: referenceTo(create(world, xml)) }),
    networkCreateXMLFlags: async ({ xml }) => ({ network: referenceTo(create(world, xml)) }),
    networkCreate: async ({ network }) => start(world, networks.byUuid(network)),
    networkDestroy: async ({ network }) => stop(world, networks.byUuid(network)),
    networkUndefine: async ({ network }) => undefine(world, networks.byUuid(network)),
    networkGetMetadata: async ({ network, flags: _, ...wanted }) => ({
      metadata: readMetadata(networkDefinition(networks.byUuid(network)), wanted, 'NO_NETWORK_METADATA'),
    }),
    networkSetMetadata: async ({ network: reference, flags, ...metadata }) => {
      const network = networks.byUuid(reference);
      changeNetwork(network, flags, (definition) => described(definition, metadata));
      world.neighbourEvents.networkMetadataChanged(network, metadata);
    },
    networkUpdate: async ({ network, flags, ...update }) => updateNetwork(networks.byUuid(network), update, flags),
    networkGetXMLDesc: async ({ network: reference, flags }) => {
      const network = networks.byUuid(reference);
      const definition = hasFlagSet(flags, INACTIVE) ? network.persistent : undefined;
      return { xml: formatNetwork(definition ?? networkDefinition(network)) };
    },
    networkIsActive: async ({ network }) => ({ active: networks.byUuid(network).live !== undefined }),
    networkIsPersistent: async ({ network }) => ({ persistent: networks.byUuid(network).persistent !== undefined }),
    networkGetAutostart: async ({ network }) => ({ autostart: networks.byUuid(network).isAutostarted }),
    networkSetAutostart: async ({ network: reference, autostart }) => {
      const network = networks.byUuid(reference);
      network.isAutostarted = autostart;
    },
    networkGetBridgeName: async ({ network: reference }) => {
      const network = networks.byUuid(reference);
      const { bridge } = networkDefinition(network);
      if (bridge?.name !== undefined) return { name: bridge.name };
      throw new VirtError('INTERNAL_ERROR', `network '${network.name}' does not have a bridge name.`, {
        domain: 'NETWORK',
      });
    },
  } satisfies DriverFunctions;
}
