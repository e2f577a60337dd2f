import type { BoundField, Value } from '../fields/field.js';
import type { ReadState } from '../read-state.js';
import type { Plan, PlannedChild } from './plan.js';

/** Reads the element whose start tag was just read into the record, and tells of the fields that are missing. */
export function readRecord(state: ReadState, plan: Plan, out: Value): Value {
  const { reader } = state;
  const { start, element } = reader;
  readContent(state, plan, out);
  for (const { field, missing } of plan.required) {
    if (out[field.key] !== undefined || state.hasFailed(out, field.key)) continue;
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
    if (field !== undefined) field.read(state, index, out);
    else if (!plan.attributes.has(name)) state.dropAttribute(index);
  }
  const { text } = plan;
  if (text === undefined) {
    while (reader.nextChild()) readChild(state, plan, out);
    return;
  }
  const unit = text.unitName === undefined ? undefined : reader.attribute(text.unitName);
  const { element } = reader;
  let content = '';
  let more = true;
  while (more) {
    more = reader.nextChild(true);
    content += reader.text;
    if (more) readChild(state, plan, out);
  }
  if (content.trim() !== '' || plan.isText) {
    text.read(state, { content, unit, offset: start, element }, out);
  }
}

function readChild(state: ReadState, plan: Plan, out: Value): void {
  const candidates = plan.children.get(state.reader.name);
  const planned = candidates === undefined ? undefined : choose(state, candidates);
  if (planned === undefined) state.dropElement();
  else if ('group' in planned) readContent(state, planned.plan, out);
  else planned.field.read(state, out);
}

/** Of several fields of one name, the one whose condition holds; the last if the element does not say. */
function choose({ reader }: ReadState, candidates: readonly PlannedChild[]): PlannedChild | undefined {
  const first = candidates[0];
  if (first === undefined || 'group' in first || first.field.where === undefined) return first;
  const [attribute] = first.field.where;
  const value = reader.attribute(attribute);
  if (value === undefined) return candidates.at(-1);
  return candidates.find((planned) => 'field' in planned && planned.field.where?.[1] === value);
}
