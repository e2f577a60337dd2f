import type { Field } from '../fields/field.js';
import { later } from '../later.js';
import type { Shape } from '../shape.js';
import { planOf } from './plan.js';
import { readRecord } from './read-record.js';
import { writeRecord } from './write-record.js';

/** An element that is nothing but one field: its text, say, or one attribute. */
export function value<T>(field: Field<T>, otherwise?: T): Shape<T>;
export function value(field: Field, otherwise?: unknown): Shape<unknown> {
  const plan = later(() => planOf({ value: field }));
  const bound = field.bind('value');
  return {
    read: (state) => readRecord(state, plan(), {}).value ?? otherwise,
    write: (one, name, indent, options) => writeRecord(plan(), { value: one }, name, indent, options),
    check: (one, path, problems) => bound.check(one, path, problems),
    schema: (naming) => bound.schema(naming),
    type: (naming) => bound.type(naming),
  };
}
