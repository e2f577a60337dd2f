import type { Value } from '../fields/field.js';
import type { WriteOptions } from '../shape.js';
import type { Plan, Written } from './plan.js';

type WrittenChild = Extract<Written, { as: 'child' | 'group' }>;

const isShown = (when: string | undefined, options: WriteOptions): boolean =>
  when === undefined || (when === 'active' ? options.inactive !== true : options.secure !== false);

/** The same record, its keys in the order of writing. */
function inOrder({ written }: Plan, record: Value): Value {
  const placeOf = (key: string): number => written.get(key)?.place ?? -1;
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

/** The record as an element. */
export function writeRecord(plan: Plan, record: Value, name: string, indent: string, options: WriteOptions): string {
  const tags = plan.tags.of(name, indent);
  let line = tags.opening;
  let text = '';
  let parts: WrittenChild[] | undefined;
  let last = -1;
  // What was read has its keys in order already, and for…in is much faster than any list of them.
  for (const key in record) {
    const value = record[key];
    const written = plan.written.get(key);
    if (written === undefined || written.place === last) continue;
    if (written.place < last) return writeRecord(plan, inOrder(plan, record), name, indent, options);
    last = written.place;
    if (written.as === 'child' || written.as === 'group') {
      if (parts === undefined) parts = [written];
      else parts.push(written);
      continue;
    }
    if (value === undefined) continue;
    if (written.as === 'text') text = written.field.write(value);
    if (isShown(written.when, options))
      line += written.as === 'attribute' ? written.field.write(value) : (written.field.writeUnit?.(value) ?? '');
  }
  for (const { key, declaration } of plan.declaring) if (record[key] !== undefined) line += declaration ?? '';
  // Only now is the order known, so that no child is written twice.
  const children = parts === undefined ? '' : writeParts(parts, record, tags.inner, options);
  if (children !== '' || plan.paired) return `${line}>\n${children}${tags.closing}`;
  return text === '' ? `${line}/>\n` : `${line}>${text}${tags.end}`;
}

/** The children of a record that has nothing else, a line or lines each. */
export function writeChildren(plan: Plan, record: Value, indent: string, options: WriteOptions): string {
  const parts = [...plan.written.values()].filter((written) => written.as === 'child');
  return writeParts(parts, record, indent, options);
}

/** Some children of a record and elements that enclose others, a line or lines each. */
function writeParts(parts: readonly WrittenChild[], record: Value, indent: string, options: WriteOptions): string {
  let lines = '';
  for (const part of parts) {
    if (part.as === 'group') {
      if (hasShown(part.plan, record, options)) lines += writeRecord(part.plan, record, part.group, indent, options);
      continue;
    }
    const value = record[part.field.key];
    if (value !== undefined && isShown(part.when, options)) lines += part.field.write(value, indent, options);
  }
  return lines;
}

function hasShown(plan: Plan, record: Value, options: WriteOptions): boolean {
  for (const { key, when } of plan.fields) {
    if (record[key] !== undefined && isShown(when, options)) return true;
  }
  return false;
}
