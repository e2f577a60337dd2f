import type { BoundField, Value } from '../fields/field.js';
import type { ReadState } from '../read-state.js';
import type { Plan, ReadableChild } from './plan.js';

/** Reads the element whose start tag was just read into the record, and tells of the fields that are missing. */
export function readRecord(state: ReadState, plan: Plan, out: Value): Value {
  const { reader } = state;
  const { start } = reader;
  readContent(state, plan, out);
  for (const { key, field, missing } of plan.required) {
    if (out[key] !== undefined || state.hasFailed(out, key)) continue;
    const element = reader.elementAt(start);
    state.problem(start, missing ?? { code: 'XML_ERROR', message: describeMissing(field, element) }, element);
  }
  return out;
}

function describeMissing({ place, name }: BoundField, element: string): string {
  if (place === 'text') return `Missing text in element '${element}'`;
  return `Missing required ${place === 'attribute' ? 'attribute' : 'element'} '${name}' in element '${element}'`;
}

function readContent(state: ReadState, plan: Plan, out: Value): void {
  const { reader } = state;
  const { start } = reader;
  for (let index = 0; index < reader.attributeCount; index++) {
    const name = reader.attributeNames[index] ?? '';
    const field = plan.attributes.get(name);
    if (field) field.read(state, index, out);
    else if (field === undefined) state.dropAttribute(index);
  }
  const { text } = plan;
  if (text === undefined) {
    while (reader.nextChild()) readChild(state, plan, out);
    return;
  }
  const unit = text.unitName === undefined ? undefined : reader.attribute(text.unitName);
  let content = '';
  let more = true;
  while (more) {
    more = reader.nextChild(true);
    content += reader.text;
    if (more) readChild(state, plan, out);
  }
  if (plan.isText || content.trim() !== '') {
    text.read(state, { content, unit, offset: start }, out);
  }
}

function readChild(state: ReadState, plan: Plan, out: Value): void {
  const child = plan.children.get(state.reader.name);
  const field = child === undefined || child.as === 'group' ? undefined : fieldOf(state, child);
  if (field !== undefined) field.read(state, out);
  else if (child?.as === 'group') readContent(state, child.plan, out);
  else state.dropElement();
}

/** Of several fields of one name, the one whose condition holds; the last if the element does not say. */
function fieldOf({ reader }: ReadState, child: Exclude<ReadableChild, { as: 'group' }>) {
  if (child.as === 'child') return child.field;
  const [attribute = ''] = child.fields[0]?.where ?? [];
  const value = reader.attribute(attribute);
  return value === undefined ? child.fields.at(-1) : child.fields.find(({ where }) => where?.[1] === value);
}
