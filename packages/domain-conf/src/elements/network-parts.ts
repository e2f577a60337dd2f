import {
  attribute,
  child,
  children,
  element,
  oneOf,
  record,
  required,
  string,
  uint,
  uint64,
  uintInAnyBase,
  uuid,
  yesNo,
} from '@virtkit/xml';
import { unsupported } from './words.js';

const vlanTag = element('tag', {
  id: attribute(uint, required),
  nativeMode: attribute(oneOf('tagged', 'untagged')),
});

/** The VLANs of an interface. */
export const vlan = element(
  'vlan',
  { trunk: attribute(yesNo), tags: children(vlanTag) },
  { about: 'The VLANs of the interface.' },
);

/** How a virtual switch treats a port. */
export const virtualport = element(
  'virtualport',
  {
    type: attribute(oneOf('none', '802.1Qbg', '802.1Qbh', 'openvswitch', 'midonet'), {
      invalid: unsupported('unknown virtualport type %s'),
    }),
    parameters: child(
      record({
        managerid: attribute(uintInAnyBase),
        typeid: attribute(uintInAnyBase),
        typeidversion: attribute(uintInAnyBase),
        instanceid: attribute(uuid),
        interfaceid: attribute(uuid),
        profileid: attribute(string),
      }),
    ),
  },
  { about: 'How a virtual switch treats the port.' },
);

const limit = (name: string) =>
  attribute(uint64, { invalid: unsupported(`could not convert bandwidth ${name} value '%s'`) });

const rate = record({
  average: limit('average'),
  peak: limit('peak'),
  floor: limit('floor'),
  burst: limit('burst'),
});

/** Limits on traffic. */
export const bandwidth = element(
  'bandwidth',
  { inbound: child(rate), outbound: child(rate) },
  { about: 'Limits on traffic, in kilobytes a second, and kilobytes for bursts.' },
);

/** An address that an interface has. */
export const interfaceIp = element('ip', {
  address: attribute(string, required),
  family: attribute(oneOf('ipv4', 'ipv6')),
  prefix: attribute(uint),
  peer: attribute(string),
});

/** A route through an interface. */
export const interfaceRoute = element('route', {
  family: attribute(oneOf('ipv4', 'ipv6')),
  address: attribute(string, required),
  netmask: attribute(string),
  prefix: attribute(uint),
  gateway: attribute(string),
  metric: attribute(uint),
});

const filterParameter = element('parameter', {
  name: attribute(string, required),
  value: attribute(string, required),
});

/** The network filter that an interface is under. */
export const filterref = element(
  'filterref',
  { filter: attribute(string, required), parameters: children(filterParameter) },
  { about: 'The network filter that the interface is under.' },
);
