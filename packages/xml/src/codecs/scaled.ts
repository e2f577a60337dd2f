import type { Codec, Invalid } from './codec.js';

/** A codec whose text stands beside a unit, in another attribute. */
export interface ScaledCodec extends Codec<number> {
  /** The value in this codec's unit, rounded up; undefined for no number or an unknown unit. */
  parseScaled(text: string, unit: string | undefined): number | undefined;
  /** What is wrong with a number that {@link parseScaled} does not take, if it is one: an unknown unit, or too much. */
  faultOf(text: string, unit: string | undefined): Invalid | undefined;
  /** The number and the unit to write. */
  formatScaled(value: number): { readonly text: string; readonly unit: string };
}

/** The units that libvirt knows, in bytes. */
const UNITS: ReadonlyMap<string, bigint> = new Map(
  ['k', 'm', 'g', 't', 'p', 'e'].flatMap((prefix, index): [string, bigint][] => {
    const binary = 1024n ** BigInt(index + 1);
    return [
      [prefix, binary],
      [`${prefix}ib`, binary],
      [`${prefix}b`, 1000n ** BigInt(index + 1)],
    ];
  }),
);

const BYTES: ReadonlySet<string> = new Set(['', 'b', 'byte', 'bytes']);

/** How many bytes a unit is (`KiB`, `k`, `KB`, `bytes` …, in any case); undefined for an unknown one. */
export function bytesOf(unit: string): bigint | undefined {
  const lower = unit.toLowerCase();
  return BYTES.has(lower) ? 1n : UNITS.get(lower);
}

/** As libvirt reads numbers: blanks before them, but none after. */
const DIGITS = /^[\t\n\r ]*\d+$/;

/** No number that fits needs more; longer ones are not worth the multiplication. */
const MAX_LENGTH = 40;

const PRETTY = ['EiB', 'PiB', 'TiB', 'GiB', 'MiB', 'KiB', 'bytes'];

/** The largest unit that expresses so many bytes exactly. */
function prettyUnit(bytes: bigint): string {
  return (bytes === 0n ? undefined : PRETTY.find((unit) => bytes % (bytesOf(unit) ?? 1n) === 0n)) ?? 'bytes';
}

/**
 * A size, held as a number in `unit` and rounded up to it; read in any unit that libvirt knows.
 * A document that names none means `assumed` (default: `unit`). Written in `written`: a unit, where it is exact;
 * otherwise, or for `pretty`, in the largest that is.
 */
export function scaled(unit: string, options: { assumed?: string; written?: string } = {}): ScaledCodec {
  const own = bytesOf(unit) ?? 1n;
  const { assumed = unit, written = unit } = options;
  const parseScaled = (text: string, given: string = assumed): number | undefined => {
    const factor = bytesOf(given);
    if (factor === undefined || !DIGITS.test(text) || text.length > MAX_LENGTH) return undefined;
    const size = factor === own ? Number(text) : Number((BigInt(text) * factor + own - 1n) / own);
    return Number.isSafeInteger(size) ? size : undefined;
  };
  return {
    parse: (text) => parseScaled(text),
    parseScaled,
    faultOf: (text, given = assumed) => {
      if (!DIGITS.test(text)) return undefined;
      if (bytesOf(given) === undefined) return { code: 'INVALID_ARG', message: `unknown suffix '${given}'` };
      return { code: 'OVERFLOW', message: `value too large: ${text.trim()}${given}` };
    },
    format: String,
    formatScaled: (value) => {
      if (written === unit) return { text: String(value), unit };
      const bytes = BigInt(value) * own;
      const factor = bytesOf(written);
      const chosen = factor === undefined || bytes % factor !== 0n ? prettyUnit(bytes) : written;
      return { text: String(bytes / (bytesOf(chosen) ?? 1n)), unit: chosen };
    },
    accepts: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
    schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    type: 'number',
    expected: `Expected a size up to 2^53 ${unit}, with a unit (bytes, KB, KiB, MB, MiB, …; ${assumed} without)`,
  };
}
