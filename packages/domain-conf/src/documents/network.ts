import {
  attribute,
  child,
  children,
  element,
  type Infer,
  namespace,
  oneOf,
  onOff,
  readDocument,
  record,
  required,
  string,
  uint,
  uuid,
  verbatim,
  within,
  writeDocument,
  yesNo,
} from '@virtkit/xml';
import { pci } from '../elements/address.js';
import { bandwidth, interfaceRoute, virtualport, vlan } from '../elements/network-parts.js';
import { macAddress, unsupported } from '../elements/words.js';

const span = record({ start: attribute(string, required), end: attribute(string, required) });

const forwardInterface = element('interface', { dev: attribute(string, required) });

const forward = element('forward', {
  dev: attribute(string),
  mode: attribute(oneOf('none', 'nat', 'route', 'open', 'bridge', 'private', 'vepa', 'passthrough', 'hostdev'), {
    invalid: unsupported("unknown forwarding type '%s'"),
  }),
  managed: attribute(yesNo),
  driver: child(record({ name: attribute(oneOf('kvm', 'vfio', 'xen')), model: attribute(string) })),
  nat: child(record({ ipv6: attribute(yesNo), address: child(span), port: child(span) })),
  pfs: children(element('pf', { dev: attribute(string, required) })),
  interfaces: children(forwardInterface),
  addresses: children(element('address', { type: attribute(oneOf('pci')), ...pci })),
});

const lease = child(record({ expiry: attribute(uint), unit: attribute(oneOf('seconds', 'minutes', 'hours')) }));

const dhcpRange = element('range', { start: attribute(string, required), end: attribute(string, required), lease });

const dhcpHost = element('host', {
  mac: attribute(macAddress),
  id: attribute(string),
  name: attribute(string),
  ip: attribute(string),
  lease,
});

const dhcp = element('dhcp', {
  ranges: children(dhcpRange),
  hosts: children(dhcpHost),
  bootp: child(record({ file: attribute(string), server: attribute(string) })),
});

const networkIp = element(
  'ip',
  {
    family: attribute(oneOf('ipv4', 'ipv6')),
    address: attribute(string, required),
    netmask: attribute(string),
    prefix: attribute(uint),
    localPtr: attribute(yesNo),
    ...within('tftp', { tftpRoot: attribute(string, { name: 'root' }) }),
    dhcp: child(dhcp),
  },
  { paired: true },
);

const dnsTxt = element('txt', { name: attribute(string, required), value: attribute(string) });

const dnsSrv = element('srv', {
  service: attribute(string, required),
  protocol: attribute(string, required),
  domain: attribute(string),
  target: attribute(string),
  port: attribute(uint),
  priority: attribute(uint),
  weight: attribute(uint),
});

const dnsHost = element('host', { ip: attribute(string, required), hostnames: children(string, { name: 'hostname' }) });

const dns = element('dns', {
  enable: attribute(yesNo),
  forwardPlainNames: attribute(yesNo),
  forwarders: children(element('forwarder', { domain: attribute(string), addr: attribute(string) })),
  txts: children(dnsTxt),
  srvs: children(dnsSrv),
  hosts: children(dnsHost),
});

const portgroup = element(
  'portgroup',
  {
    name: attribute(string, required),
    default: attribute(yesNo),
    trustGuestRxFilters: attribute(yesNo),
    vlan: child(vlan),
    virtualport: child(virtualport),
    bandwidth: child(bandwidth),
  },
  { paired: true },
);

/** Lines for the configuration of the network's dnsmasq. */
const dnsmasqNamespace = {
  prefix: 'dnsmasq',
  uri: 'http://libvirt.org/schemas/network/dnsmasq/1.0',
  fields: {
    options: child(
      element('dnsmasq:options', {
        options: children(element('dnsmasq:option', { value: attribute(string, required) })),
      }),
    ),
  },
} as const;

const network = element(
  'network',
  {
    connections: attribute(uint, { when: 'active' }),
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
        stp: attribute(onOff),
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
    port: child(record({ isolated: attribute(yesNo) })),
    ips: children(networkIp),
    routes: children(interfaceRoute),
    virtualport: child(virtualport),
    portgroups: children(portgroup),
    dnsmasq: namespace(dnsmasqNamespace),
  },
  {
    about: 'A virtual network that domains are connected to.',
    namespaces: { [dnsmasqNamespace.prefix]: dnsmasqNamespace.uri },
  },
);

/** A virtual network, as plain JSON. */
export type NetworkDefinition = Infer<typeof network>;

/** A host to which a network's DHCP lends a fixed address, as plain JSON. */
export type DhcpHost = Infer<typeof dhcpHost>;

/** A range of addresses that a network's DHCP lends, as plain JSON. */
export type DhcpRange = Infer<typeof dhcpRange>;

/** A host's interface over which a network forwards, as plain JSON. */
export type ForwardInterface = Infer<typeof forwardInterface>;

/** A group of a network's ports, as plain JSON. */
export type Portgroup = Infer<typeof portgroup>;

/** Names that a network's DNS knows for an address, as plain JSON. */
export type DnsHost = Infer<typeof dnsHost>;

/** A text that a network's DNS tells, as plain JSON. */
export type DnsTxt = Infer<typeof dnsTxt>;

/** A service that a network's DNS tells of, as plain JSON. */
export type DnsSrv = Infer<typeof dnsSrv>;

/** Reads a network's XML. Throws an {@link XmlError}. */
export const parseNetwork = (xml: string): NetworkDefinition =>
  readDocument(network, xml, { documentName: '(network_definition)' }).value;

/** Writes a network as libvirt does. */
export const formatNetwork = (definition: NetworkDefinition): string => writeDocument(network, definition);

/** Reads the XML of a host that DHCP serves, as a change of a network names it. Throws an {@link XmlError}. */
export const parseDhcpHost = (xml: string): DhcpHost =>
  readDocument(dhcpHost, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of a range that DHCP serves, as a change of a network names it. Throws an {@link XmlError}. */
export const parseDhcpRange = (xml: string): DhcpRange =>
  readDocument(dhcpRange, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of an interface over which a network is to forward. Throws an {@link XmlError}. */
export const parseForwardInterface = (xml: string): ForwardInterface =>
  readDocument(forwardInterface, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of a group of ports, as a change of a network names it. Throws an {@link XmlError}. */
export const parsePortgroup = (xml: string): Portgroup =>
  readDocument(portgroup, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of names for an address, as a change of a network names them. Throws an {@link XmlError}. */
export const parseDnsHost = (xml: string): DnsHost =>
  readDocument(dnsHost, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of a text that DNS tells, as a change of a network names it. Throws an {@link XmlError}. */
export const parseDnsTxt = (xml: string): DnsTxt =>
  readDocument(dnsTxt, xml, { documentName: 'network_update_xml' }).value;

/** Reads the XML of a service that DNS tells of, as a change of a network names it. Throws an {@link XmlError}. */
export const parseDnsSrv = (xml: string): DnsSrv =>
  readDocument(dnsSrv, xml, { documentName: 'network_update_xml' }).value;
