import {
  attribute,
  child,
  children,
  element,
  type Infer,
  oneOf,
  record,
  required,
  string,
  text,
  uint,
  uuid,
  verbatim,
  within,
  yesNo,
} from '@virtkit/xml';
import { bandwidth, virtualport, vlan } from '../elements/network-parts.js';
import { macAddress } from '../elements/words.js';

const host = element('host', {
  mac: attribute(macAddress),
  id: attribute(string),
  name: attribute(string),
  ip: attribute(string),
});

const range = element('range', { start: attribute(string, required), end: attribute(string, required) });

const ip = element('ip', {
  family: attribute(oneOf('ipv4', 'ipv6')),
  address: attribute(string, required),
  netmask: attribute(string),
  prefix: attribute(uint),
  localPtr: attribute(yesNo),
  tftp: child(record({ root: attribute(string, required) })),
  dhcp: child(
    record({
      ranges: children(range),
      hosts: children(host),
      bootp: child(record({ file: attribute(string, required), server: attribute(string) })),
    }),
  ),
});

const route = element('route', {
  family: attribute(oneOf('ipv4', 'ipv6')),
  address: attribute(string, required),
  netmask: attribute(string),
  prefix: attribute(uint),
  gateway: attribute(string, required),
  metric: attribute(uint),
});

const dns = record({
  enable: attribute(yesNo),
  forwardPlainNames: attribute(yesNo),
  forwarders: children(element('forwarder', { domain: attribute(string), addr: attribute(string) })),
  txts: children(element('txt', { name: attribute(string, required), value: attribute(string) })),
  srvs: children(
    element('srv', {
      service: attribute(string, required),
      protocol: attribute(string, required),
      domain: attribute(string),
      target: attribute(string),
      port: attribute(uint),
      priority: attribute(uint),
      weight: attribute(uint),
    }),
  ),
  hosts: children(
    element('host', { ip: attribute(string, required), hostnames: children(string, { name: 'hostname' }) }),
  ),
});

const portgroup = element('portgroup', {
  name: attribute(string, required),
  default: attribute(yesNo),
  vlan: child(vlan),
  virtualport: child(virtualport),
  bandwidth: child(bandwidth),
});

const forward = record({
  dev: attribute(string),
  mode: attribute(oneOf('nat', 'route', 'open', 'bridge', 'private', 'vepa', 'passthrough', 'hostdev')),
  managed: attribute(yesNo),
  interfaces: children(element('interface', { dev: attribute(string, required) })),
});

/** A virtual network. */
export const network = element(
  'network',
  {
    ipv6: attribute(yesNo),
    trustGuestRxFilters: attribute(yesNo),
    name: child(string),
    uuid: child(uuid),
    title: child(string),
    description: child(string),
    metadata: child(verbatim),
    forward: child(forward),
    bridge: child(
      record({
        name: attribute(string),
        zone: attribute(string),
        stp: attribute(oneOf('on', 'off')),
        delay: attribute(uint),
        macTableManager: attribute(oneOf('kernel', 'libvirt')),
      }),
    ),
    mtu: child(record({ size: attribute(uint, required) })),
    mac: child(record({ address: attribute(macAddress, required) })),
    domain: child(record({ name: attribute(string), localOnly: attribute(yesNo), register: attribute(yesNo) })),
    dns: child(dns),
    vlan: child(vlan),
    bandwidth: child(bandwidth),
    ips: children(ip),
    routes: children(route),
    virtualport: child(virtualport),
    portgroups: children(portgroup),
  },
  { about: 'A virtual network that domains are connected to.' },
);

/** A host that a network's DHCP serves with a fixed address. */
export const dhcpHost = host;

/** A range of addresses that a network's DHCP serves. */
export const dhcpRange = range;

/** A port of a virtual network: what a domain's interface is plugged into. */
export const networkPort = element(
  'networkport',
  {
    uuid: child(uuid),
    owner: child(record({ name: child(string, required), uuid: child(uuid, required) })),
    ...within('group', { group: text(string) }),
    bandwidth: child(bandwidth),
    mac: child(record({ address: attribute(macAddress, required) })),
    plug: child(record({ type: attribute(string, required), bridge: attribute(string), dev: attribute(string) })),
  },
  { about: "A port of a virtual network, which a domain's interface is plugged into." },
);

/** What a network's document says. */
export type NetworkDefinition = Infer<typeof network>;

/** What a network port's document says. */
export type NetworkPortDefinition = Infer<typeof networkPort>;
