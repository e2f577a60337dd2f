import type { Field, Fields, Group } from './field.js';

/**
 * Fields that sit in a child element but belong to the record: `...within('memory', { memoryKiB: text(…) })`.
 * The element is written if one of them is there.
 */
export function within<F extends Fields>(name: string, fields: F): F;
export function within(name: string, fields: Fields): Fields {
  const group: Group = { name };
  const enclose = (field: Field): Field => ({ ...field, groups: [group, ...field.groups] });
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, enclose(field)]));
}
