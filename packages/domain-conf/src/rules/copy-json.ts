import { isUnspoken } from './unspoken.js';

interface JsonRecord {
  [key: string]: unknown;
}

/** A copy of a plain JSON value that shares nothing with it, less the empty records that say nothing. */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyJson(item));
  return isRecord(value) ? copyRecord(value) : value;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}

/** Made anew, member by member: to overwrite the members of a copied record takes longer. */
function copyRecord(value: JsonRecord): JsonRecord {
  const copy: JsonRecord = {};
  for (const key in value) {
    const item = value[key];
    if (!isRecord(item)) copy[key] = item;
    else {
      const inner = copyJson(item);
      if (!isUnspoken(key, inner)) copy[key] = inner;
    }
  }
  return copy;
}
