/** One difference between two values. */
export interface Change {
  /** Where, as a JSON pointer: into the later value, or for what was removed into the earlier. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Absent for what was added. */
  readonly before?: unknown;
  /** Absent for what was removed. */
  readonly after?: unknown;
}

/** What makes an item of an array the same item, by the array's path; items without a name match by place. */
export type ItemName = (arrayPath: string, item: unknown) => string | undefined;

type Fields = { readonly [key: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The smallest differences between two JSON values. */
export function changesBetween(before: unknown, after: unknown, nameOf: ItemName, path = ''): Change[] {
  if (before === after) return [];
  // The last item takes its array with it, and the first brings one: still it's the item that comes or goes.
  const [earlier, later] = [
    before ?? (Array.isArray(after) ? [] : before),
    after ?? (Array.isArray(before) ? [] : after),
  ];
  if (Array.isArray(earlier) && Array.isArray(later)) return changesInArrays(earlier, later, nameOf, path);
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (isFields(before) && isFields(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesBetween(before[key], after[key], nameOf, `${path}/${key}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, kind: 'changed', before, after }];
}

function changesInArrays(before: unknown[], after: unknown[], nameOf: ItemName, path: string): Change[] {
  const earlier = named(before, nameOf, path);
  const later = named(after, nameOf, path);
  const removed = [...earlier].filter(([name]) => !later.has(name));
  const kept = [...later].flatMap(([name, { item, index }]) =>
    changesBetween(earlier.get(name)?.item, item, nameOf, `${path}/${index}`),
  );
  return [
    ...removed.map(([, { item, index }]): Change => ({ path: `${path}/${index}`, kind: 'removed', before: item })),
    ...kept,
  ];
}

function named(
  items: readonly unknown[],
  nameOf: ItemName,
  path: string,
): Map<string, { item: unknown; index: number }> {
  const map = new Map<string, { item: unknown; index: number }>();
  items.forEach((item, index) => {
    const name = nameOf(path, item);
    map.set(name === undefined || map.has(name) ? `#${index}` : name, { item, index });
  });
  return map;
}
