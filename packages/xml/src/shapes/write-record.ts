import type { Value } from '../fields/field.js';
import type { WriteOptions } from '../shape.js';
import type { Plan, Written } from './plan.js';

const isShown = (when: string | undefined, { inactive = false, secure = true }: WriteOptions): boolean =>
  when === undefined || (when === 'active' ? !inactive : secure);

/** The record, its keys in the order of writing: those of what was read mostly are so already. */
function inOrder(plan: Plan, record: Value): Value {
  let last = -1;
  // Much faster than any list of the keys.
  for (const key in record) {
    const place = plan.written.get(key)?.place ?? last;
    if (place < last) return reordered(plan, record);
    last = place;
  }
  return record;
}

function reordered({ written }: Plan, record: Value): Value {
  const placeOf = (key: string): number => written.get(key)?.place ?? -1;
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

/** The record as an element. */
export function writeRecord(plan: Plan, unordered: Value, name: string, indent: string, options: WriteOptions): string {
  const record = inOrder(plan, unordered);
  const inner = `${indent}  `;
  let attributes = '';
  let children = '';
  let text = '';
  let last = -1;
  for (const key in record) {
    const written = plan.written.get(key);
    if (written === undefined || written.place === last) continue;
    last = written.place;
    const value = record[key];
    if (written.as === 'attribute') {
      if (value !== undefined && isShown(written.when, options)) attributes += written.field.write(value);
    } else if (written.as === 'text') {
      if (value === undefined) continue;
      text = written.field.write(value);
      if (isShown(written.when, options)) attributes += written.field.writeUnit?.(value) ?? '';
    } else children += writeChild(written, record, value, inner, options);
  }
  for (const { key, declaration } of plan.declaring) if (record[key] !== undefined) attributes += declaration ?? '';
  if (children !== '' || plan.paired === true) {
    return `${indent}<${name}${attributes}>\n${children}${indent}</${name}>\n`;
  }
  return text === '' ? `${indent}<${name}${attributes}/>\n` : `${indent}<${name}${attributes}>${text}</${name}>\n`;
}

/** The record's children, a line or lines each. */
export function writeChildren(plan: Plan, record: Value, indent: string, options: WriteOptions): string {
  let lines = '';
  for (const [key, written] of plan.written) {
    if (written.as === 'child') lines += writeChild(written, record, record[key], indent, options);
  }
  return lines;
}

/** The child or the enclosing element that a key's value becomes, a line or lines. */
function writeChild(
  written: Extract<Written, { as: 'child' | 'group' }>,
  record: Value,
  value: unknown,
  indent: string,
  options: WriteOptions,
): string {
  if (written.as === 'child') {
    return value !== undefined && isShown(written.when, options) ? written.field.write(value, indent, options) : '';
  }
  return hasShown(written.plan, record, options)
    ? writeRecord(written.plan, record, written.group, indent, options)
    : '';
}

function hasShown(plan: Plan, record: Value, options: WriteOptions): boolean {
  for (const { field, when } of plan.fields) {
    if (record[field.key] !== undefined && isShown(when, options)) return true;
  }
  return false;
}
