import type { Value } from '../fields/field.js';
import type { WriteOptions } from '../shape.js';
import type { Plan } from './plan.js';

const isShown = (when: string | undefined, { inactive = false, secure = true }: WriteOptions): boolean =>
  when === undefined || (when === 'active' ? !inactive : secure);

/** The record's attributes, each with a blank before it. */
function writeAttributes(plan: Plan, record: Value, options: WriteOptions): string {
  let attributes = '';
  for (const { field, when } of plan.writtenAttributes) {
    if (!isShown(when, options)) continue;
    if (field.place === 'attribute') attributes += field.write(record);
    else if (record[field.key] !== undefined) attributes += field.writeUnit?.(record[field.key]) ?? '';
  }
  for (const { key, declaration } of plan.declaring) if (record[key] !== undefined) attributes += declaration ?? '';
  return attributes;
}

/** The record as an element. */
export function writeRecord(plan: Plan, record: Value, name: string, indent: string, options: WriteOptions): string {
  const attributes = writeAttributes(plan, record, options);
  const text = plan.text === undefined ? undefined : record[plan.text.key];
  const children = plan.writtenChildren.length === 0 ? '' : writeChildren(plan, record, `${indent}  `, options);
  if (text !== undefined && plan.text !== undefined) {
    const content = plan.text.write(text);
    if (content !== '' && children === '') return `${indent}<${name}${attributes}>${content}</${name}>\n`;
  }
  return children === '' && plan.paired !== true
    ? `${indent}<${name}${attributes}/>\n`
    : `${indent}<${name}${attributes}>\n${children}${indent}</${name}>\n`;
}

/** The record's children, a line or lines each. */
export function writeChildren(plan: Plan, record: Value, indent: string, options: WriteOptions): string {
  let lines = '';
  for (const planned of plan.writtenChildren) {
    if ('group' in planned) {
      if (hasValue(planned.plan, record)) lines += writeRecord(planned.plan, record, planned.group, indent, options);
      continue;
    }
    const value = record[planned.field.key];
    if (value !== undefined && isShown(planned.when, options)) lines += planned.field.write(value, indent, options);
  }
  return lines;
}

function hasValue(plan: Plan, record: Value): boolean {
  for (const { field } of plan.fields) if (record[field.key] !== undefined) return true;
  return false;
}
