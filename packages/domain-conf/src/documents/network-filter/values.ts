import { attribute, type Codec, type Invalid, oneOf, pattern } from '@virtkit/xml';
import { macAddress } from '../../elements/words.js';

/** `$IP`, or `$IP[@1]` of a list whose items are gone through together, or `$IP[2]`. */
const VARIABLE = /^\$[ ]*(\w+)(?:\[[ ]*(@?\d+)[ ]*\])?[ ]*$/;

function variable(text: string): string | undefined {
  const [, name, index] = VARIABLE.exec(text) ?? [];
  if (name === undefined) return undefined;
  return index === undefined || index === '@0' ? `$${name}` : `$${name}[${index}]`;
}

/** Text that `read` knows and turns into libvirt's form, or a variable of the filter's. */
function valueOrVariable(expected: string, read: (text: string) => string | undefined): Codec<string> {
  const parse = (text: string): string | undefined => variable(text) ?? read(text);
  return {
    parse,
    format: (text) => text,
    accepts: (value) => typeof value === 'string' && parse(value) !== undefined,
    schema: { type: 'string' },
    type: 'string',
    expected,
  };
}

/** A number, decimal or hexadecimal as it was given, between two bounds. */
function numberIn(minimum: number, maximum: number, names: ReadonlyMap<number, string> = new Map()): Codec<string> {
  const words = new Map([...names.values()].map((word) => [word.toLowerCase(), word]));
  const expected = `Expected a number from ${minimum} to ${maximum}${words.size > 0 ? `, ${[...words.values()].join(', ')}` : ''}, or a variable`;
  return valueOrVariable(expected, (text) => {
    const word = words.get(text.toLowerCase());
    if (word !== undefined || !/^(0x[0-9a-f]+|\d+)$/i.test(text)) return word;
    const value = Number(text);
    if (value < minimum || value > maximum) return undefined;
    return names.get(value) ?? (text.startsWith('0x') ? text : String(value));
  });
}

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(:?\d{1,3}(\.\d{1,3}){3})?$/;

/** How many bits of an IPv4 mask are set, if they come first. */
function prefixOf(mask: string): string | undefined {
  const bits = mask
    .split('.')
    .map((byte) => Number(byte).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) && bits.length === 32 ? String(bits.lastIndexOf('1') + 1) : undefined;
}

/** How many bits of an IPv6 mask such as `ffff:fe00::` are set, if they come first. */
function prefixOfIpv6(mask: string): string | undefined {
  const [head = '', tail] = mask.split('::');
  if (tail !== undefined && tail !== '') return undefined;
  const groups = head === '' ? [] : head.split(':');
  const bits = groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
  const isWhole = tail === undefined ? groups.length === 8 : groups.length < 8;
  return isWhole && /^1*0*$/.test(bits) ? String(bits.lastIndexOf('1') + 1) : undefined;
}

const mask = (longest: number, form: RegExp, prefix: (text: string) => string | undefined): Codec<string> =>
  valueOrVariable(`Expected a number of bits from 0 to ${longest}, a mask, or a variable`, (text) => {
    if (/^\d+$/.test(text)) return Number(text) <= longest ? String(Number(text)) : undefined;
    return form.test(text) ? prefix(text) : undefined;
  });

/** Words between commas, in libvirt's order; all of them may have a name of their own. */
function wordsIn(text: string, words: readonly string[]): string[] | undefined {
  const given = text.toUpperCase().split(',');
  return given.every((word) => words.includes(word)) ? words.filter((word) => given.includes(word)) : undefined;
}

const TCP_FLAGS = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'];
const STATES = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID'];

function tcpFlagSet(text: string): string | undefined {
  if (/^(ALL|NONE)$/i.test(text)) return text.toUpperCase();
  const flags = wordsIn(text, TCP_FLAGS);
  return flags?.length === TCP_FLAGS.length ? 'ALL' : flags?.join(',');
}

/** An attribute of a rule's protocol. */
function field(name: string, codec: Codec<string>) {
  const invalid = (text: string): Invalid => ({
    code: 'INTERNAL_ERROR',
    message: `${name} has illegal value ${text}`,
  });
  return attribute(codec, { name, invalid });
}

const macOrVariable = valueOrVariable('Expected a MAC address, or a variable', (text) => {
  if (macAddress.parse(text) === undefined) return undefined;
  const bytes = text.toLowerCase().split(':');
  return bytes.map((byte) => byte.padStart(2, '0')).join(':');
});

const ETHERNET = new Map([
  [0x800, 'ipv4'],
  [0x806, 'arp'],
  [0x8035, 'rarp'],
  [0x8100, 'vlan'],
  [0x86dd, 'ipv6'],
]);

const ARP_OPERATIONS = new Map(
  [
    'Request',
    'Reply',
    'Request_Reverse',
    'Reply_Reverse',
    'DRARP_Request',
    'DRARP_Reply',
    'DRARP_Error',
    'InARP_Request',
    'ARP_NAK',
  ].map((word, index) => [index + 1, word]),
);

const IP_PROTOCOLS = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [6, 'tcp'],
  [17, 'udp'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'icmpv6'],
  [132, 'sctp'],
  [136, 'udplite'],
]);

/** Makes the attribute of a rule's protocol with that name, by what its values are. */
export const protocolField = {
  uint6: (name: string) => field(name, numberIn(0, 63)),
  uint8: (name: string) => field(name, numberIn(0, 0xff)),
  vlan: (name: string) => field(name, numberIn(0, 0xfff)),
  uint16: (name: string) => field(name, numberIn(0, 0xffff)),
  uint32: (name: string) => field(name, numberIn(0, 0xffff_ffff)),
  ethernet: (name: string) => field(name, numberIn(0x600, 0xffff, ETHERNET)),
  arpOperation: (name: string) => field(name, numberIn(0, 0xffff, ARP_OPERATIONS)),
  ipProtocol: (name: string) => field(name, numberIn(0, 0xff, IP_PROTOCOLS)),
  mac: (name: string) => field(name, macOrVariable),
  ipv4: (name: string) =>
    field(
      name,
      valueOrVariable('Expected an IPv4 address, or a variable', (text) => (IPV4.test(text) ? text : undefined)),
    ),
  ipv6: (name: string) =>
    field(
      name,
      valueOrVariable('Expected an IPv6 address, or a variable', (text) => {
        const lower = text.toLowerCase();
        return IPV6.test(lower) ? lower : undefined;
      }),
    ),
  ipv4Mask: (name: string) => field(name, mask(32, IPV4, prefixOf)),
  ipv6Mask: (name: string) => field(name, mask(128, /^[0-9a-f:]+$/i, prefixOfIpv6)),
  tcpFlags: (name: string) =>
    field(
      name,
      valueOrVariable('Expected flags and a mask, such as SYN/SYN,ACK or NONE/ALL', (text) => {
        const [flags, among, more] = text.split('/').map(tcpFlagSet);
        return flags !== undefined && among !== undefined && more === undefined ? `${flags}/${among}` : undefined;
      }),
    ),
  states: (name: string) =>
    field(
      name,
      valueOrVariable('Expected NONE, or some of NEW, ESTABLISHED, RELATED, INVALID', (text) =>
        /^NONE$/i.test(text) ? 'NONE' : wordsIn(text, STATES)?.join(','),
      ),
    ),
  ipset: (name: string) =>
    field(
      name,
      valueOrVariable("Expected a set's name", (text) => (/^[\w.:+ -]{1,31}$/.test(text) ? text : undefined)),
    ),
  ipsetFlags: (name: string) => field(name, pattern(/^(src|dst)(,(src|dst)){0,5}$/i, 'Expected up to six of src, dst')),
};

/** `yes`, `true` and `1` are true, anything else is false; written `true`, `false`. */
export const trueFalse: Codec<boolean> = {
  ...oneOf('true', 'false'),
  parse: (text) => text === 'yes' || text === 'true' || text === '1',
  format: String,
  accepts: (value) => typeof value === 'boolean',
  schema: { type: 'boolean' },
  type: 'boolean',
};
