import { escapeAttribute } from '../escape.js';
import type { ReadState } from '../read-state.js';
import { checkIsRecord, checkRecord, isValue, recordMembers, recordSchema } from '../shapes/check-record.js';
import { type Plan, planOf } from '../shapes/plan.js';
import { writeChildren } from '../shapes/write-record.js';
import type { Field, Fields, InferFields, Value } from './field.js';

/** A namespace that a document's root may use: the prefix that declarations and output give it, and its URI. */
export interface Namespace<F extends Fields = Fields> {
  readonly prefix: string;
  readonly uri: string;
  /** The elements of the namespace that the root may have; their names begin with the prefix. */
  readonly fields: F;
}

/** A field that gathers a namespace's elements, which stand among the other children. */
export function namespace<F extends Fields>(declared: Namespace<F>): Field<InferFields<F>, false>;
export function namespace({ prefix, uri, fields }: Namespace): Field {
  const plan = planOf(fields);
  return {
    required: false,
    options: {},
    groups: [],
    bind: (key) => ({
      place: 'child',
      key,
      name: prefix,
      names: plan.fields.map(({ field }) => field.name),
      declaration: ` xmlns:${prefix}='${escapeAttribute(uri)}'`,
      read: (state, out) => {
        const outer = state.trail?.enter(key, state.reader.start);
        const known = out[key];
        const inner: Value = isValue(known) ? known : {};
        out[key] = inner;
        readOne(plan, state, inner);
        if (outer !== undefined) state.trail?.leave(outer);
      },
      write: (value, indent, options) => (isValue(value) ? writeChildren(plan, value, indent, options) : ''),
      check: (value, path, problems) => {
        if (checkIsRecord(value, path, problems)) checkRecord(plan, value, path, problems);
      },
      schema: (naming) => recordSchema(plan, naming),
      type: (naming) => `{ ${recordMembers(plan, naming).join('; ')} }`,
    }),
  };
}

function readOne(plan: Plan, state: ReadState, out: Value): void {
  const planned = plan.children.get(state.reader.name);
  if (planned?.as === 'child') planned.field.read(state, out);
  else state.dropElement();
}
