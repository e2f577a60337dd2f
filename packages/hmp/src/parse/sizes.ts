const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const SIZE = /^(?<value>\d+(?:\.\d+)?)\s*(?<unit>[KMGTPE]?)i?B?$/;

/** The bytes of a rounded size, such as `840 KiB`, `1.5G` or `0 B`; undefined if it is none. */
export function parseSize(text: string): number | undefined {
  const { value, unit } = SIZE.exec(text)?.groups ?? {};
  if (value === undefined || unit === undefined) return undefined;
  return Math.round(Number(value) * 1024 ** UNITS.indexOf(unit));
}

/** A hexadecimal number, with or without `0x`. */
export const parseHex = (text: string): bigint => BigInt(text.startsWith('0x') ? text : `0x${text}`);
