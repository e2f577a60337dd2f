import { attribute, type Fields, string, yesNo } from '@virtkit/xml';
import { protocolField, trueFalse } from './values.js';

const { arpOperation, ethernet, ipProtocol, ipset, ipsetFlags, ipv4, ipv4Mask, ipv6, ipv6Mask, mac } = protocolField;
const { states, tcpFlags, uint16, uint32, uint6, uint8, vlan } = protocolField;

const match = attribute(yesNo);
const comment = attribute(string);

const sourceMac = { srcmacaddr: mac('srcmacaddr') } satisfies Fields;
const sourceMacs = { ...sourceMac, srcmacmask: mac('srcmacmask') } satisfies Fields;
const macs = { ...sourceMacs, dstmacaddr: mac('dstmacaddr'), dstmacmask: mac('dstmacmask') } satisfies Fields;

const ports = {
  srcportstart: uint16('srcportstart'),
  srcportend: uint16('srcportend'),
  dstportstart: uint16('dstportstart'),
  dstportend: uint16('dstportend'),
} satisfies Fields;

const addresses = {
  srcipaddr: ipv4('srcipaddr'),
  srcipmask: ipv4Mask('srcipmask'),
  dstipaddr: ipv4('dstipaddr'),
  dstipmask: ipv4Mask('dstipmask'),
} satisfies Fields;

const ipv6Addresses = {
  srcipaddr: ipv6('srcipaddr'),
  srcipmask: ipv6Mask('srcipmask'),
  dstipaddr: ipv6('dstipaddr'),
  dstipmask: ipv6Mask('dstipmask'),
} satisfies Fields;

const limits = {
  dscp: uint6('dscp'),
  connlimitAbove: uint16('connlimit-above'),
  state: states('state'),
} satisfies Fields;

const sets = { ipset: ipset('ipset'), ipsetflags: ipsetFlags('ipsetflags') } satisfies Fields;

/** What every protocol over IPv4 can say; its own attributes come after these. */
const overIpv4 = {
  match,
  ...sourceMac,
  ...addresses,
  srcipfrom: ipv4('srcipfrom'),
  srcipto: ipv4('srcipto'),
  dstipfrom: ipv4('dstipfrom'),
  dstipto: ipv4('dstipto'),
  ...limits,
} satisfies Fields;

const overIpv6 = {
  match,
  ...sourceMac,
  ...ipv6Addresses,
  srcipfrom: ipv6('srcipfrom'),
  srcipto: ipv6('srcipto'),
  dstipfrom: ipv6('dstipfrom'),
  dstipto: ipv6('dstipto'),
  ...limits,
} satisfies Fields;

const arp = {
  match,
  ...macs,
  hwtype: uint16('hwtype'),
  protocoltype: uint16('protocoltype'),
  opcode: arpOperation('opcode'),
  arpsrcmacaddr: mac('arpsrcmacaddr'),
  arpdstmacaddr: mac('arpdstmacaddr'),
  arpsrcipaddr: ipv4('arpsrcipaddr'),
  arpsrcipmask: ipv4Mask('arpsrcipmask'),
  arpdstipaddr: ipv4('arpdstipaddr'),
  arpdstipmask: ipv4Mask('arpdstipmask'),
  gratuitous: attribute(trueFalse),
  comment,
} satisfies Fields;

const stp = {
  match,
  ...sourceMacs,
  type: uint8('type'),
  flags: uint8('flags'),
  rootPriority: uint16('root-priority'),
  rootPriorityHi: uint16('root-priority-hi'),
  rootAddress: mac('root-address'),
  rootAddressMask: mac('root-address-mask'),
  rootCost: uint32('root-cost'),
  rootCostHi: uint32('root-cost-hi'),
  senderPriority: uint16('sender-priority'),
  senderPriorityHi: uint16('sender-priority-hi'),
  senderAddress: mac('sender-address'),
  senderAddressMask: mac('sender-address-mask'),
  port: uint16('port'),
  portHi: uint16('port-hi'),
  age: uint16('age'),
  ageHi: uint16('age-hi'),
  maxAge: uint16('max-age'),
  maxAgeHi: uint16('max-age-hi'),
  helloTime: uint16('hello-time'),
  helloTimeHi: uint16('hello-time-hi'),
  forwardDelay: uint16('forward-delay'),
  forwardDelayHi: uint16('forward-delay-hi'),
  comment,
} satisfies Fields;

const portsOfProtocol = { protocol: ipProtocol('protocol'), ...ports } satisfies Fields;
const tcp = { ...ports, ...sets, option: uint8('option'), flags: tcpFlags('flags'), comment } satisfies Fields;
const withPorts = { ...ports, ...sets, comment } satisfies Fields;
const icmp = { ...sets, type: uint8('type'), code: uint8('code'), comment } satisfies Fields;
const plain = { ...sets, comment } satisfies Fields;

/** The protocols that a rule can look into, by element, each with its attributes in libvirt's order. */
export const filterProtocols = {
  mac: { match, ...macs, protocolid: ethernet('protocolid'), comment },
  vlan: { match, ...macs, vlanid: vlan('vlanid'), encapProtocol: ethernet('encap-protocol'), comment },
  stp,
  arp,
  rarp: arp,
  ip: { match, ...macs, ...addresses, ...portsOfProtocol, dscp: uint6('dscp'), comment },
  ipv6: {
    match,
    ...macs,
    ...ipv6Addresses,
    ...portsOfProtocol,
    type: uint8('type'),
    typeend: uint8('typeend'),
    code: uint8('code'),
    codeend: uint8('codeend'),
    comment,
  },
  tcp: { ...overIpv4, ...tcp },
  udp: { ...overIpv4, ...withPorts },
  sctp: { ...overIpv4, ...withPorts },
  icmp: { ...overIpv4, ...icmp },
  igmp: { ...overIpv4, ...plain },
  all: { ...overIpv4, ...plain },
  esp: { ...overIpv4, ...plain },
  ah: { ...overIpv4, ...plain },
  udplite: { ...overIpv4, ...plain },
  'tcp-ipv6': { ...overIpv6, ...tcp },
  'udp-ipv6': { ...overIpv6, ...withPorts },
  'sctp-ipv6': { ...overIpv6, ...withPorts },
  icmpv6: { ...overIpv6, ...icmp },
  'all-ipv6': { ...overIpv6, ...plain },
  'esp-ipv6': { ...overIpv6, ...plain },
  'ah-ipv6': { ...overIpv6, ...plain },
  'udplite-ipv6': { ...overIpv6, ...plain },
} satisfies Record<string, Fields>;
