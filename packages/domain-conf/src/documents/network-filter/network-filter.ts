import {
  attribute,
  type Codec,
  child,
  children,
  choice,
  choices,
  element,
  type Infer,
  type Invalid,
  integerBetween,
  oneOf,
  pattern,
  readDocument,
  record,
  required,
  string,
  uuid,
  writeDocument,
} from '@virtkit/xml';
import { filterref } from '../../elements/network-parts.js';
import { macAddress, unsupported } from '../../elements/words.js';
import { filterProtocols } from './protocols.js';

const missing = (message: string) => ({ required: true, missing: { code: 'INTERNAL_ERROR', message } }) as const;

const priority = attribute(integerBetween(-1000, 1000), {
  invalid: (text): Invalid => ({
    code: 'INVALID_ARG',
    message: `Priority '${text}' is outside valid range of [-1000,1000]`,
  }),
});

const CHAIN = /^(root|(?=.{1,12}$)(mac|vlan|stp|arp|rarp|ipv4|ipv6)[\w.:-]*)$/;

const chain = attribute(pattern(CHAIN, 'Expected root, or at most 12 characters that begin with a protocol'), {
  invalid: (text): Invalid => ({
    code: 'INVALID_ARG',
    message:
      `Invalid chain name '${text}'. Please use a chain name called 'root' or any of the following prefixes: ` +
      'mac, vlan, stp, arp, rarp, ipv4, ipv6',
  }),
});

/** `0` and `false`, in any case, switch it off. */
const stateMatch: Codec<boolean> = {
  ...oneOf('false', 'true'),
  parse: (text) => !/^(0|false)$/i.test(text),
  format: String,
  accepts: (value) => typeof value === 'boolean',
  schema: { type: 'boolean' },
  type: 'boolean',
};

const rule = {
  action: attribute(oneOf('drop', 'accept', 'reject', 'return', 'continue'), {
    ...missing('rule node requires action attribute'),
    invalid: unsupported('unknown rule action attribute value'),
  }),
  direction: attribute(oneOf('in', 'out', 'inout'), {
    ...missing('rule node requires direction attribute'),
    invalid: unsupported('unknown rule direction attribute value'),
  }),
  priority,
  statematch: attribute(stateMatch),
  protocol: choice(filterProtocols),
};

const reference = {
  filter: attribute(string, required),
  parameters: children(element('parameter', { name: attribute(string, required), value: attribute(string, required) })),
};

const networkFilter = element(
  'filter',
  {
    name: attribute(string, missing('filter has no name')),
    chain,
    priority,
    uuid: child(uuid),
    entries: choices({ rule, filterref: reference }),
  },
  { about: "A network filter: what may pass a domain's interface, and what other filters it includes.", paired: true },
);

const networkFilterBinding = element(
  'filterbinding',
  {
    owner: child(record({ name: child(string, required), uuid: child(uuid, required) }), {
      ...missing('filter binding has no owner name'),
    }),
    portdev: child(record({ name: attribute(string, required) }), missing('filter binding has no port dev name')),
    linkdev: child(record({ name: attribute(string, required) })),
    mac: child(record({ address: attribute(macAddress, required) }), missing('filter binding has no MAC address')),
    filterref: child(filterref, missing('filter binding has no filter reference')),
  },
  { about: "What applies a network filter to a domain's interface." },
);

/**
 * A network filter, as plain JSON. Its rules and the filters that it includes are `entries`, in their order; numbers in
 * rules are text, since they may be hexadecimal or variables (`$PORT`).
 */
export type NetworkFilterDefinition = Infer<typeof networkFilter>;

/** A network filter's binding to a port of a domain's, as plain JSON. */
export type NetworkFilterBindingDefinition = Infer<typeof networkFilterBinding>;

/** Reads a network filter's XML. Throws an {@link XmlError}. */
export const parseNetworkFilter = (xml: string): NetworkFilterDefinition => readDocument(networkFilter, xml).value;

/** Writes a network filter as libvirt does. */
export const formatNetworkFilter = (definition: NetworkFilterDefinition): string =>
  writeDocument(networkFilter, definition);

/** Reads the XML of a network filter's binding. Throws an {@link XmlError}. */
export const parseNetworkFilterBinding = (xml: string): NetworkFilterBindingDefinition =>
  readDocument(networkFilterBinding, xml).value;

/** Writes a network filter's binding as libvirt does. */
export const formatNetworkFilterBinding = (definition: NetworkFilterBindingDefinition): string =>
  writeDocument(networkFilterBinding, definition);
