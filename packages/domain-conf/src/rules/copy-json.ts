import { isUnspoken } from './unspoken.js';

/** A copy of a plain JSON value that shares nothing with it, less the empty records that say nothing. */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyJson(item));
  if (typeof value !== 'object' || value === null) return value;
  // An own copy of each key, so that assigning sets even __proto__ as one.
  const copy: { [key: string]: unknown } = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item !== 'object' || item === null) continue;
    const inner: object = copyJson(item);
    if (isUnspoken(key, inner)) delete copy[key];
    else copy[key] = inner;
  }
  return copy;
}
