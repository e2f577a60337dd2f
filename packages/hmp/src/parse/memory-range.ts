import { parseHex } from './sizes.js';
import { matchReply } from './unexpected-reply.js';

/** A range of addresses, both ends included. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** A region of memory, less what lies in it. */
export interface MemoryRange extends AddressRange {
  readonly name: string;
  readonly priority: number;
  /** QEMU's word: `i/o`, `ram`, `rom`, `romd` …; `RW` and the like before 2.8. */
  readonly kind: string;
  readonly isDisabled: boolean;
  /** Of an alias: what of which region it shows. */
  readonly alias?: AddressRange & { readonly region: string };
  /** In a flat view: where in its region it begins. */
  readonly offset?: bigint;
}

const FORM =
  /^(?<first>[0-9a-f]{16})-(?<last>[0-9a-f]{16}) \(prio (?<priority>-?\d+), (?<kind>[^)]+)\): (?<rest>.*?)(?<disabled> \[disabled\])?$/;
const ALIAS = /^alias (?<name>.*) @(?<region>.*) (?<first>[0-9a-f]{16})-(?<last>[0-9a-f]{16})$/;
const OFFSET = /^(?<name>.*) @(?<offset>[0-9a-f]{16})$/;

function parseAlias(text: string): Pick<MemoryRange, 'name' | 'alias' | 'offset'> {
  const { name = '', region = '', first, last } = ALIAS.exec(text)?.groups ?? {};
  if (first !== undefined && last !== undefined)
    return { name, alias: { region, first: parseHex(first), last: parseHex(last) } };
  const { name: part = '', offset } = OFFSET.exec(text)?.groups ?? {};
  return offset === undefined ? { name: text } : { name: part, offset: parseHex(offset) };
}

/** One line of `info mtree`. */
export function parseMemoryRange(text: string): MemoryRange {
  const { first = '', last = '', priority, kind = '', rest = '', disabled } = matchReply('info mtree', FORM, text);
  return {
    first: parseHex(first),
    last: parseHex(last),
    priority: Number(priority),
    kind,
    isDisabled: disabled !== undefined,
    ...parseAlias(rest),
  };
}
