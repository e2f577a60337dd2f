type Defined = NonNullable<unknown> | null;

/** Members that are there, without those that are undefined. */
export type Given<T> = { [K in keyof T]?: T[K] & Defined };

/** The members that are defined: absent stays absent in a definition. */
export function given<T extends object>(members: T): Given<T> {
  const kept: Given<T> = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** As {@link given}, but undefined where nothing is defined. */
export function some<T extends object>(members: T): Given<T> | undefined {
  const kept = given(members);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** The key under which a table holds a value; the reverse of looking it up. */
export function keyOf<K extends string>(
  table: Readonly<Partial<Record<K, string>>>,
  value: string | undefined,
): K | undefined {
  if (value === undefined) return undefined;
  for (const key in table) if (table[key] === value) return key;
  return undefined;
}

/** The entry of a table under a key that a user wrote, which may be the name of something that every object has. */
export function entryOf<V>(table: Readonly<Partial<Record<string, V>>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
