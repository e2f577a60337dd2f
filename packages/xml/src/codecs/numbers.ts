import type { Codec } from './codec.js';

const INTEGER = /^[\t\n\r ]*[-+]?\d+$/;
const ANY_BASE = /^[\t\n\r ]*[-+]?(0[xX][0-9a-fA-F]+|\d+)$/;

/** The number that a few digits stand for, hexadecimal ones after 0x if that is allowed; -1 for any other text. */
function smallNumber(text: string, anyBase: boolean): number {
  const { length } = text;
  if (length === 0 || length > 9) return -1;
  const isHexadecimal = anyBase && length > 2 && text.charCodeAt(0) === 48 && text.charCodeAt(1) === 120;
  if (anyBase && !isHexadecimal && length > 1 && text.charCodeAt(0) === 48) return -1;
  const base = isHexadecimal ? 16 : 10;
  let value = 0;
  for (let index = isHexadecimal ? 2 : 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const digit = code <= 57 ? code - 48 : (code | 32) - 87;
    if (digit < 0 || digit >= base || (code > 57 && digit < 10)) return -1;
    value = value * base + digit;
  }
  return value;
}

/** The number that a text of this form stands for; in any base, a leading zero means octal. */
function numberOf(text: string, form: RegExp): number {
  const octal = form === ANY_BASE ? /^[\t\n\r ]*([-+]?)0([0-7]+)$/.exec(text) : null;
  return octal === null ? Number(text) : Number.parseInt(`${octal[1]}${octal[2]}`, 8);
}

/** Writes numbers in hexadecimal; those of one digit, which most are, are written beforehand. */
function hexadecimal(digits: number): (value: number | string) => string {
  const write = (value: number | string): string =>
    `0x${(typeof value === 'number' ? value : BigInt(value)).toString(16).padStart(digits, '0')}`;
  const small = Array.from({ length: 16 }, (_, value) => write(value));
  return (value) => (typeof value === 'number' ? small[value] : undefined) ?? write(value);
}

function bounded(form: RegExp, minimum: number, maximum: number, expected: string, digits = 0): Codec<number> {
  const inRange = (value: number) => Number.isInteger(value) && value >= minimum && value <= maximum;
  return {
    parse: (text) => {
      const short = smallNumber(text, form === ANY_BASE);
      const value = short !== -1 ? short : form.test(text) ? numberOf(text, form) : Number.NaN;
      return inRange(value) ? value + 0 : undefined;
    },
    format: digits === 0 ? String : hexadecimal(digits),
    accepts: (value) => typeof value === 'number' && inRange(value),
    schema: { type: 'integer', minimum, maximum },
    type: 'number',
    isLiteral: true,
    expected,
  };
}

/** A whole number of 32 bits without sign; with a maximum, one up to that. */
export const uint = bounded(INTEGER, 0, 0xffff_ffff, 'Expected non-negative integer value');

/** A {@link uint} that a document may say in hexadecimal or, after a 0, in octal digits, too. */
export const uintInAnyBase = bounded(ANY_BASE, 0, 0xffff_ffff, 'Expected non-negative integer value');

/** A whole number of 32 bits with sign. */
export const int = bounded(INTEGER, -0x8000_0000, 0x7fff_ffff, 'Expected integer value');

/** A whole number from 1 that fits 32 bits. */
export const positive = bounded(INTEGER, 1, 0xffff_ffff, 'Expected positive integer value');

/** A whole number between two bounds, both allowed; hexadecimal or octal in documents, too, if asked for. */
export function integerBetween(minimum: number, maximum: number, { inAnyBase = false } = {}): Codec<number> {
  return bounded(
    inAnyBase ? ANY_BASE : INTEGER,
    minimum,
    maximum,
    `Expected integer value between ${minimum} and ${maximum}`,
  );
}

/** A whole number, decimal or hexadecimal, written in hexadecimal with at least so many digits: `hex(4)` is 0x0001. */
export function hex(digits: number, maximum: number = 0xffff_ffff): Codec<number> {
  return bounded(ANY_BASE, 0, maximum, `Expected non-negative integer value up to 0x${maximum.toString(16)}`, digits);
}

const UINT64_MAX = 2n ** 64n - 1n;
const INT64_MAX = 2n ** 63n - 1n;

function wide(minimum: bigint, maximum: bigint, expected: string, digits = 0): Codec<number | string> {
  return {
    parse: (text) => {
      const short = smallNumber(text, digits !== 0);
      if (short !== -1) return short;
      if (!(digits === 0 ? INTEGER : ANY_BASE).test(text)) return undefined;
      const near = Number(text);
      if (Number.isSafeInteger(near)) return BigInt(near) >= minimum ? near + 0 : undefined;
      const value = BigInt(text.trim().replace(/^\+/, ''));
      return value >= minimum && value <= maximum ? String(value) : undefined;
    },
    format: digits === 0 ? String : hexadecimal(digits),
    accepts: (value) => isWide(value, minimum, maximum),
    schema: {
      anyOf: [
        { type: 'integer', minimum: minimum === 0n ? 0 : Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
        { type: 'string', pattern: minimum === 0n ? '^[1-9][0-9]{15,19}$' : '^-?[1-9][0-9]{15,18}$' },
      ],
    },
    type: 'number | string',
    isLiteral: true,
    expected,
  };
}

function isWide(value: unknown, minimum: bigint, maximum: bigint): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && (minimum < 0n || value >= 0);
  if (typeof value !== 'string' || !/^-?[1-9]\d{15,19}$/.test(value)) return false;
  return !Number.isSafeInteger(Number(value)) && BigInt(value) >= minimum && BigInt(value) <= maximum;
}

/** A whole number of 64 bits without sign: a number while JavaScript's are exact, else a string of decimal digits. */
export const uint64 = wide(0n, UINT64_MAX, 'Expected non-negative integer value');

/** A whole number of 64 bits with sign: a number while JavaScript's are exact, else a string of decimal digits. */
export const int64 = wide(-INT64_MAX - 1n, INT64_MAX, 'Expected integer value');

/** A {@link uint64}, decimal or hexadecimal, written in hexadecimal with at least so many digits. */
export function hex64(digits: number): Codec<number | string> {
  return wide(0n, UINT64_MAX, 'Expected integer value', digits);
}
