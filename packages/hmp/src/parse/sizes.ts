import { HmpError } from '../hmp-error.js';

const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const HEX = /^(?:0x)?([0-9a-f]+)$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const SIZE = /^(?<value>\d+(?:\.\d+)?)\s*(?<unit>[KMGTPE]?)i?B?$/;

/** The bytes of a rounded size, such as `840 KiB`, `1.5G` or `0 B`; undefined if it is none. */
export function parseSize(text: string): number | undefined {
  const { value, unit } = SIZE.exec(text)?.groups ?? {};
  if (value === undefined || unit === undefined) return undefined;
  return Math.round(Number(value) * 1024 ** UNITS.indexOf(unit));
}

/**
 * A hexadecimal number, with or without `0x`.
 *
 * @throws HmpError `UNEXPECTED_REPLY` if it is none.
 */
export function parseHex(text: string): bigint {
  const digits = HEX.exec(text)?.[1];
  if (digits === undefined) throw new HmpError('UNEXPECTED_REPLY', `'${text}' is no hexadecimal number`);
  return BigInt(`0x${digits}`);
}

/**
 * A decimal number.
 *
 * @throws HmpError `UNEXPECTED_REPLY` if it is none.
 */
export function parseNumber(text: string | undefined): number {
  if (text === undefined || !NUMBER.test(text)) throw new HmpError('UNEXPECTED_REPLY', `'${text}' is no number`);
  return Number(text);
}
