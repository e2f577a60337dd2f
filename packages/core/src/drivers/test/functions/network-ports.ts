import { formatNetworkPort, type NetworkPortDefinition, parseNetworkPort } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { NetworkPortReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import type { TestNetwork } from '../world/test-network.js';
import type { TestWorld } from '../world/test-world.js';

function portReference({ name, uuid }: TestNetwork, port: string): NetworkPortReference {
  return { network: { name, uuid }, uuid: port };
}

function portOf({ ports }: TestNetwork, uuid: string): NetworkPortDefinition {
  const port = ports.get(uuid);
  if (port !== undefined) return port;
  throw new VirtError('NO_NETWORK_PORT', `Network port with UUID ${uuid} does not exist`, { domain: 'NETWORK' });
}

function active(network: TestNetwork): TestNetwork {
  if (network.live !== undefined) return network;
  throw new VirtError('OPERATION_INVALID', `network '${network.name}' is not active`, { domain: 'NETWORK' });
}

/** Ports of networks, and the addresses that their DHCP has lent: none, for nothing runs. */
export function networkPortFunctions({ networks, chance }: TestWorld) {
  return {
    networkListAllPorts: async ({ network: reference }) => {
      const network = networks.byUuid(reference);
      return { ports: [...network.ports.keys()].map((uuid) => portReference(network, uuid)) };
    },
    networkPortLookupByUUID: async ({ network: reference, uuid }) => {
      const network = networks.byUuid(reference);
      portOf(network, uuid);
      return { port: portReference(network, uuid) };
    },
    networkPortCreateXML: async ({ network: reference, xml }) => {
      const network = active(networks.byUuid(reference));
      const value = parseNetworkPort(xml);
      const { uuid = chance.uuid() } = value;
      if (network.ports.has(uuid)) {
        throw new VirtError('NETWORK_PORT_EXIST', uuid, { domain: 'NETWORK' });
      }
      network.ports.set(uuid, { ...value, uuid });
      return { port: portReference(network, uuid) };
    },
    networkPortGetXMLDesc: async ({ port }) => ({
      xml: formatNetworkPort(portOf(networks.byUuid(port.network), port.uuid)),
    }),
    networkPortDelete: async ({ port }) => {
      const network = networks.byUuid(port.network);
      portOf(network, port.uuid);
      network.ports.delete(port.uuid);
    },
    networkGetDHCPLeases: async ({ network }) => {
      active(networks.byUuid(network));
      return { leases: [] };
    },
  } satisfies DriverFunctions;
}
