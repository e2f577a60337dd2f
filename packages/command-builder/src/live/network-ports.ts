import type { HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { parsePciAddress } from '../addresses/pci/pci-address.js';
import type { Interface } from '../definition/devices.js';

type NetworkInterface = Extract<Interface, { type: 'network' }>;
type HostNetwork = HostDescription['objects']['networks'][number];

/** An interface for which its network set a device of the host's aside is that device. */
export function resolveNetworkPorts(definition: DomainDefinition, { objects }: HostDescription): DomainDefinition {
  const { interfaces } = definition.devices ?? {};
  if (interfaces === undefined || objects.networks.length === 0) return definition;
  const resolved = interfaces.map((one) => (one.type === 'network' ? resolvePort(one, objects.networks) : one));
  return { ...definition, devices: { ...definition.devices, interfaces: resolved } };
}

function resolvePort(one: NetworkInterface, networks: readonly HostNetwork[]): Interface {
  const network = networks.find(({ name }) => name === one.source?.network);
  const port = network?.ports?.[one.mac?.address.toLowerCase() ?? ''];
  if (port?.type !== 'hostdev-pci') return one;
  const { source: _, ...rest } = one;
  return {
    ...rest,
    type: 'hostdev',
    managed: port.managed,
    source: { address: { type: 'pci', ...parsePciAddress(port.address) } },
  };
}
