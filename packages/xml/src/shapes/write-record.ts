import type { Value } from '../fields/field.js';
import type { WriteOptions } from '../shape.js';
import type { Plan } from './plan.js';

const isShown = (when: string | undefined, { inactive = false, secure = true }: WriteOptions): boolean =>
  when === undefined || (when === 'active' ? !inactive : secure);

/** The places in the order of writing that the record fills, ascending; its keys are mostly in that order already. */
function filledPlaces({ order }: Plan, record: Value): readonly number[] {
  const places: number[] = [];
  for (const key of Object.keys(record)) {
    const place = order.get(key);
    if (place === undefined) continue;
    let at = places.length;
    while (at > 0 && (places[at - 1] ?? -1) > place) at--;
    if (places[at - 1] === place) continue;
    if (at === places.length) places.push(place);
    else places.splice(at, 0, place);
  }
  return places;
}

/** The attribute in a place, with a blank before it. */
function writeAttribute(plan: Plan, place: number, record: Value, options: WriteOptions): string {
  const written = plan.writtenAttributes[place];
  if (written === undefined || (written.when !== undefined && !isShown(written.when, options))) return '';
  const { field } = written;
  if (field.place === 'attribute') return field.write(record);
  const value = record[field.key];
  return value === undefined ? '' : (field.writeUnit?.(value) ?? '');
}

/** The child in a place, a line or lines. */
function writeChild(plan: Plan, place: number, record: Value, indent: string, options: WriteOptions): string {
  const planned = plan.writtenChildren[place - plan.writtenAttributes.length];
  if (planned === undefined) return '';
  if ('group' in planned) {
    return hasShown(planned.plan, record, options)
      ? writeRecord(planned.plan, record, planned.group, indent, options)
      : '';
  }
  const value = record[planned.field.key];
  return value === undefined || !isShown(planned.when, options) ? '' : planned.field.write(value, indent, options);
}

/** The record as an element. */
export function writeRecord(plan: Plan, record: Value, name: string, indent: string, options: WriteOptions): string {
  const inner = `${indent}  `;
  const attributeCount = plan.writtenAttributes.length;
  let attributes = '';
  let children = '';
  for (const place of filledPlaces(plan, record)) {
    if (place < attributeCount) attributes += writeAttribute(plan, place, record, options);
    else children += writeChild(plan, place, record, inner, options);
  }
  for (const { key, declaration } of plan.declaring) if (record[key] !== undefined) attributes += declaration ?? '';
  if (children !== '' || plan.paired === true) {
    return `${indent}<${name}${attributes}>\n${children}${indent}</${name}>\n`;
  }
  const text = plan.text === undefined ? undefined : record[plan.text.key];
  const content = text === undefined ? '' : (plan.text?.write(text) ?? '');
  return content === ''
    ? `${indent}<${name}${attributes}/>\n`
    : `${indent}<${name}${attributes}>${content}</${name}>\n`;
}

/** The record's children, a line or lines each. */
export function writeChildren(plan: Plan, record: Value, indent: string, options: WriteOptions): string {
  let lines = '';
  for (const place of filledPlaces(plan, record)) lines += writeChild(plan, place, record, indent, options);
  return lines;
}

function hasShown(plan: Plan, record: Value, options: WriteOptions): boolean {
  for (const { field, when } of plan.fields) {
    if (record[field.key] !== undefined && isShown(when, options)) return true;
  }
  return false;
}
