/** A copy of a plain JSON value that shares nothing with it. */
export function copyJson<T>(value: T): T;
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyJson(item));
  if (typeof value !== 'object' || value === null) return value;
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__')
      return Object.fromEntries(Object.entries(value).map(([own, item]) => [own, copyJson(item)]));
    const item = Reflect.get(value, key);
    copy[key] = typeof item === 'object' ? copyJson(item) : item;
  }
  return copy;
}
