import type { Fields, InferFields } from '../fields/field.js';
import { later } from '../later.js';
import type { Shape } from '../shape.js';
import { checkIsRecord, checkRecord, isValue, recordMembers, recordSchema } from './check-record.js';
import { planOf } from './plan.js';
import { readRecord } from './read-record.js';
import { writeRecord } from './write-record.js';

export interface RecordOptions {
  /** Whether it is written with two tags even when it is empty. */
  readonly paired?: boolean;
}

/** An element that is a record: its attributes, text and children are the record's fields, written in their order. */
export function record<F extends Fields>(fields: F, options?: RecordOptions): Shape<InferFields<F>>;
export function record(fields: Fields, { paired = false }: RecordOptions = {}): Shape<unknown> {
  const plan = later(() => planOf(fields, paired));
  return {
    read: (state) => readRecord(state, plan(), {}),
    write: (value, name, indent, options) => (isValue(value) ? writeRecord(plan(), value, name, indent, options) : ''),
    check: (value, path, problems) => {
      if (checkIsRecord(value, path, problems)) checkRecord(plan(), value, path, problems);
    },
    schema: (naming) => recordSchema(plan(), naming),
    type: (naming) => `{ ${recordMembers(plan(), naming).join('; ')} }`,
  };
}
