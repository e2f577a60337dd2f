import { HEAD } from '../arguments/object-heads.js';
import { entryOf } from './given.js';
import { type Parameter, Parameters } from './parameters.js';

/** The parameter that stands first, without its name, in the value of an option; objects have those of `HEAD`, too. */
const HEADS: Readonly<Partial<Record<string, string>>> = {
  ...HEAD,
  accel: 'accel',
  balloon: 'type',
  boot: 'order',
  chardev: 'backend',
  cpu: 'model',
  display: 'type',
  fsdev: 'fsdriver',
  fw_cfg: 'name',
  m: 'size',
  machine: 'type',
  mon: 'chardev',
  name: 'guest',
  net: 'type',
  nic: 'type',
  numa: 'type',
  sandbox: 'enable',
  smp: 'cpus',
  tpmdev: 'type',
  virtfs: 'fsdriver',
  vnc: 'vnc',
};

/** Names in which underscores are as good as hyphens: those of machines, and some of CPUs. */
const HYPHENATED: Readonly<Partial<Record<string, RegExp>>> = { cpu: /^(?:hv|kvm)_/, machine: /_/ };

/** Reads the value of an option: JSON where it begins with a brace, else `head,key=value,…` with doubled commas. */
export function parseOptionValue(option: string, text: string): Parameters {
  return new Parameters(
    text.startsWith('{') ? (jsonParameters(text) ?? keyedParameters(option, text)) : keyedParameters(option, text),
  );
}

function keyedParameters(option: string, text: string): Parameter[] {
  const parts = text.match(/(?:[^,]|,,)+/g) ?? [];
  return parts.map((part, index): Parameter => {
    const plain = part.replaceAll(',,', ',');
    const equals = plain.indexOf('=');
    const head = index === 0 ? entryOf(HEADS, option) : undefined;
    const named = (name: string) =>
      entryOf(HYPHENATED, option)?.test(name) === true ? name.replaceAll('_', '-') : name;
    if (equals >= 0) return parameter(named(plain.slice(0, equals)), plain.slice(equals + 1), 'text');
    return head === undefined ? parameter(named(plain), 'on', 'bare') : parameter(head, plain, 'head');
  });
}

function parameter(name: string, text: string | null, form: Parameter['form']): Parameter {
  return { name, text, form, read: false };
}

/** Integers that a number can't hold are kept as text; the first alternative skips strings. */
const LONG_INTEGERS = /"(?:[^"\\]|\\.)*"|-?\d{16,}/g;

function jsonParameters(text: string): Parameter[] | undefined {
  try {
    const parsed: unknown = JSON.parse(
      text.replace(LONG_INTEGERS, (token) => (token.startsWith('"') ? token : JSON.stringify(INTEGER_MARK + token))),
    );
    const found: Parameter[] = [];
    flatten('', parsed, found);
    return found;
  } catch {
    return undefined;
  }
}

const INTEGER_MARK = '\u0000';

/** `{"cache":{"direct":true}}` as `cache.direct=on`, the way in which QEMU writes nested members itself. */
function flatten(name: string, value: unknown, into: Parameter[]): void {
  if (typeof value === 'string' && value.startsWith(INTEGER_MARK)) into.push(parameter(name, value.slice(1), 'number'));
  else if (typeof value === 'string') into.push(parameter(name, value, 'text'));
  else if (typeof value === 'boolean') into.push(parameter(name, value ? 'on' : 'off', 'boolean'));
  else if (typeof value === 'number') into.push(parameter(name, String(value), 'number'));
  else if (typeof value !== 'object' || value === null) into.push(parameter(name, null, 'null'));
  else {
    const members = Object.entries(value);
    if (members.length === 0) into.push(parameter(name, JSON.stringify(value), 'empty'));
    for (const [member, inner] of members) flatten(name === '' ? member : `${name}.${member}`, inner, into);
  }
}
