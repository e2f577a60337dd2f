/** A copy of a plain JSON value that shares nothing with it. */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyJson(item));
  if (typeof value !== 'object' || value === null) return value;
  // An own copy of each key, so that assigning sets even __proto__ as one.
  const copy: { [key: string]: unknown } = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item === 'object') copy[key] = copyJson(item);
  }
  return copy;
}
