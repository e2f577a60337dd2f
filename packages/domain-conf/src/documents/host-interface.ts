import {
  attribute,
  child,
  children,
  element,
  type Infer,
  oneOf,
  onOff,
  readDocument,
  record,
  required,
  string,
  uint,
  variant,
  writeDocument,
  yesNo,
} from '@virtkit/xml';
import { macAddress } from '../elements/words.js';

const protocol = element('protocol', {
  family: attribute(oneOf('ipv4', 'ipv6'), required),
  autoconf: child(record({})),
  dhcp: child(record({ peerdns: attribute(yesNo) })),
  ips: children(element('ip', { address: attribute(string, required), prefix: attribute(uint) })),
  routes: children(element('route', { gateway: attribute(string, required) })),
});

const before = {
  name: attribute(string, required),
  start: child(record({ mode: attribute(oneOf('none', 'onboot', 'hotplug'), required) })),
  mtu: child(record({ size: attribute(uint, required) })),
  protocols: children(protocol),
};

const link = child(record({ speed: attribute(uint), state: attribute(string) }));
const mac = child(record({ address: attribute(macAddress, required) }));

const ethernet = { ...before, link, mac };
const vlanCase = {
  ...before,
  link,
  vlan: child(
    record({ tag: attribute(uint, required), interface: child(record({ name: attribute(string, required) })) }),
  ),
};

const slave = element('interface', variant('type', { ethernet, vlan: vlanCase }));

const bond = {
  ...before,
  link,
  bond: child(
    record({
      mode: attribute(
        oneOf('balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'),
      ),
      miimon: child(
        record({
          freq: attribute(uint),
          updelay: attribute(uint),
          downdelay: attribute(uint),
          carrier: attribute(oneOf('ioctl', 'netif')),
        }),
      ),
      arpmon: child(
        record({
          interval: attribute(uint),
          target: attribute(string),
          validate: attribute(oneOf('none', 'active', 'backup', 'all')),
        }),
      ),
      interfaces: children(slave),
    }),
  ),
};

const port = element('interface', variant('type', { ethernet, vlan: vlanCase, bond }));

const hostInterface = element(
  'interface',
  variant('type', {
    ethernet,
    vlan: vlanCase,
    bond,
    bridge: {
      ...before,
      bridge: child(record({ stp: attribute(onOff), delay: attribute(string), interfaces: children(port) })),
    },
  }),
  { about: "A network interface of the host's." },
);

/** A network interface of the host's, as plain JSON. */
export type HostInterfaceDefinition = Infer<typeof hostInterface>;

/** Reads an interface's XML. Throws an {@link XmlError}. */
export const parseHostInterface = (xml: string): HostInterfaceDefinition =>
  readDocument(hostInterface, xml, { documentName: '(interface_definition)' }).value;

/** Writes an interface as libvirt does. */
export const formatHostInterface = (definition: HostInterfaceDefinition): string =>
  writeDocument(hostInterface, definition);
