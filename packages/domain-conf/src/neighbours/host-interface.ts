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
  uint,
  yesNo,
} from '@virtkit/xml';

const protocol = element('protocol', {
  family: attribute(oneOf('ipv4', 'ipv6'), required),
  autoconf: child(record({})),
  dhcp: child(record({ peerdns: attribute(yesNo) })),
  ips: children(element('ip', { address: attribute(string, required), prefix: attribute(uint) })),
  route: child(record({ gateway: attribute(string, required) })),
});

const enslaved = element('interface', {
  type: attribute(string, required),
  name: attribute(string, required),
  mac: child(record({ address: attribute(string, required) })),
});

/** One of the host's network interfaces. */
export const hostInterface = element(
  'interface',
  {
    type: attribute(oneOf('ethernet', 'bridge', 'bond', 'vlan'), required),
    name: attribute(string, required),
    start: child(record({ mode: attribute(oneOf('onboot', 'none', 'hotplug')) })),
    mtu: child(record({ size: attribute(uint, required) })),
    protocols: children(protocol),
    mac: child(record({ address: attribute(string, required) })),
    bridge: child(
      record({ stp: attribute(oneOf('on', 'off')), delay: attribute(string), interfaces: children(enslaved) }),
    ),
    bond: child(record({ mode: attribute(string), interfaces: children(enslaved) })),
    vlan: child(record({ tag: attribute(uint, required), interface: child(enslaved) })),
  },
  { about: "One of the host's network interfaces." },
);

/** What the document of one of the host's interfaces says. */
export type HostInterfaceDefinition = Infer<typeof hostInterface>;
