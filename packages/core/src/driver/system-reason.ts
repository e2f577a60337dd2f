import { getSystemErrorMap } from 'node:util';

/** Why the operating system refused, in its own words: `No such file or directory`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const number = 'errno' in error ? error.errno : undefined;
  const words = typeof number === 'number' ? getSystemErrorMap().get(number)?.[1] : undefined;
  return words === undefined ? error.message : words.charAt(0).toUpperCase() + words.slice(1);
}
