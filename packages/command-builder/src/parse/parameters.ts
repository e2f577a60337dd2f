import { entryOf, keyOf } from './given.js';

/** One parameter of an option. */
export interface Parameter {
  /** Nested members have dotted names: `cache.direct`, `server.0.host`. */
  readonly name: string;
  /** `on` and `off` for booleans; null where JSON has null. */
  readonly text: string | null;
  /** How it was written: `head` without its name, `bare` without a value, or as a kind of JSON. */
  readonly form: 'text' | 'head' | 'bare' | 'number' | 'boolean' | 'null' | 'empty';
  /** Whether something was made of it. */
  read: boolean;
}

/** The parameters of an option, which remember what was read. What has another shape than is asked for stays unread. */
export class Parameters {
  readonly #all: readonly Parameter[];
  readonly #prefix: string;

  constructor(all: readonly Parameter[], prefix = '') {
    this.#all = all;
    this.#prefix = prefix;
  }

  /** The text of a parameter. */
  text(name: string): string | undefined {
    return this.#read(name, (text) => text);
  }

  /** A switch; `server` alone is on, `nowait` is `wait=off`. */
  flag(name: string): boolean | undefined {
    const off = this.#all.find((one) => one.name === `${this.#prefix}no${name}` && one.form === 'bare');
    if (off !== undefined) {
      off.read = true;
      return false;
    }
    return this.#read(name, (text) => entryOf(FLAGS, text));
  }

  /** A whole number, decimal or hexadecimal; a decimal string beyond 2^53. */
  integer(name: string): number | string | undefined {
    return this.#read(name, (text) => {
      if (!/^(?:\d+|0x[\da-f]+)$/i.test(text)) return undefined;
      const value = BigInt(text);
      return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
    });
  }

  /** A whole number. */
  number(name: string): number | undefined {
    return this.#read(name, (text) => (/^(?:\d+|0x[\da-f]+)$/i.test(text) ? safe(Number(text)) : undefined));
  }

  /** A whole number that may be negative. */
  signed(name: string): number | undefined {
    return this.#read(name, (text) => (/^-?\d+$/.test(text) ? safe(Number(text)) : undefined));
  }

  /** A size in KiB; QEMU takes suffixes, and `unit` is what a number without one counts in. */
  sizeKiB(name: string, unit: 'bytes' | 'MiB' = 'bytes'): number | undefined {
    return this.#read(name, (text) => parseSizeKiB(text, unit));
  }

  /** One of some words. */
  word<W extends string>(name: string, words: readonly W[]): W | undefined {
    return this.#read(name, (text) => words.find((word) => word === text));
  }

  /** The key under which a table has the text. */
  keyIn<K extends string>(name: string, table: Readonly<Partial<Record<K, string>>>): K | undefined {
    return this.#read(name, (text) => keyOf(table, text));
  }

  /** Reads a parameter that says nothing where it has one of these values. */
  implied(name: string, ...texts: readonly string[]): void {
    this.#read(name, (text) => (texts.includes(text) ? true : undefined));
  }

  /** The texts of a parameter that may come more than once, or as a list. */
  texts(name: string): string[] {
    const found = this.#all.filter(
      (one) => one.name === this.#prefix + name || this.#isItem(one.name, `${this.#prefix}${name}.`),
    );
    return found.flatMap((one) => {
      if (one.text === null) return [];
      one.read = true;
      return [one.text];
    });
  }

  /** The texts of some parameters that may come more than once, in the order in which they stand. */
  pairs<N extends string>(...names: readonly N[]): (readonly [name: N, text: string])[] {
    return this.#all.flatMap((one) => {
      const name = names.find((wanted) => this.#prefix + wanted === one.name);
      if (name === undefined || one.text === null) return [];
      one.read = true;
      return [[name, one.text] as const];
    });
  }

  /** Whether the parameter is null in JSON; then it is read. */
  isNull(name: string): boolean {
    const found = this.#find(name);
    if (found?.text !== null) return false;
    found.read = true;
    return true;
  }

  /** Whether there is a parameter of this name, or members of it. */
  has(name: string): boolean {
    const whole = this.#prefix + name;
    return this.#all.some((one) => one.name === whole || one.name.startsWith(`${whole}.`));
  }

  /** The text of a parameter, without its being read. */
  peek(name: string): string | undefined {
    return this.#find(name)?.text ?? undefined;
  }

  /** The members of a nested parameter: `file` gives those of `file.…`. */
  under(name: string): Parameters {
    return new Parameters(this.#all, `${this.#prefix}${name}.`);
  }

  /** What nothing was made of yet. */
  unread(): Parameter[] {
    return this.#all.filter((one) => one.name.startsWith(this.#prefix) && !one.read);
  }

  #find(name: string): Parameter | undefined {
    return this.#all.findLast((one) => one.name === this.#prefix + name);
  }

  #isItem(name: string, list: string): boolean {
    return name.startsWith(list) && /^\d+(?:\.str)?$/.test(name.slice(list.length));
  }

  #read<V>(name: string, convert: (text: string) => V | undefined): V | undefined {
    const found = this.#find(name);
    const value = found?.text == null ? undefined : convert(found.text);
    if (found !== undefined && value !== undefined) found.read = true;
    return value;
  }
}

const FLAGS: Readonly<Partial<Record<string, boolean>>> = {
  on: true,
  yes: true,
  true: true,
  y: true,
  off: false,
  no: false,
  false: false,
  n: false,
};

function safe(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}

const SHIFTS: Readonly<Partial<Record<string, number>>> = { B: -10, K: 0, M: 10, G: 20, T: 30, P: 40 };

/** `2G` is 2097152; undefined for what isn't a size in whole KiB. */
export function parseSizeKiB(text: string, unit: 'bytes' | 'MiB' = 'bytes'): number | undefined {
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)?)([BKMGTP]?)(?:i?B)?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const shift = SHIFTS[suffix === '' ? (unit === 'bytes' ? 'B' : 'M') : suffix.toUpperCase()] ?? 0;
  return safe(Number(digits) * 2 ** shift);
}
