import type { JsonSchema } from '../codecs/codec.js';
import type { Value } from '../fields/field.js';
import type { Problem } from '../problem.js';
import type { Naming } from '../shape.js';
import type { Plan } from './plan.js';

export const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tells what is wrong with a record made elsewhere. */
export function checkRecord(plan: Plan, record: Value, path: string, problems: Problem[]): void {
  const known = new Set<string>();
  for (const { field, required } of plan.fields) {
    known.add(field.key);
    const value = record[field.key];
    if (value !== undefined) field.check(value, `${path}/${field.key}`, problems);
    else if (required) problems.push({ code: 'XML_ERROR', message: `Missing required property '${field.key}'`, path });
  }
  for (const key of Object.keys(record)) {
    if (known.has(key)) continue;
    const remedy = `Allowed: ${[...known].sort().join(', ')}`;
    problems.push({ code: 'XML_ERROR', message: `Unknown property '${key}'`, path: `${path}/${key}`, remedy });
  }
}

/** Tells of a value that ought to be a record. */
export function checkIsRecord(value: unknown, path: string, problems: Problem[]): value is Value {
  if (isValue(value)) return true;
  problems.push({
    code: 'XML_ERROR',
    message: `Invalid value: ${JSON.stringify(value)}.`,
    path,
    remedy: 'Expected an object',
  });
  return false;
}

/** The schema of a record. */
export function recordSchema(plan: Plan, naming: Naming<JsonSchema>): JsonSchema {
  const properties = Object.fromEntries(plan.fields.map(({ field }) => [field.key, field.schema(naming)]));
  const required = plan.fields.filter((entry) => entry.required).map(({ field }) => field.key);
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }), additionalProperties: false };
}

/** The members of a record's type, one a line, less the one with the key `except`. */
export function recordMembers(plan: Plan, naming: Naming<string>, except?: string): string[] {
  return plan.fields
    .filter(({ field }) => field.key !== except)
    .map(({ field, required }) => {
      const key = /^[A-Za-z_$][\w$]*$/.test(field.key) ? field.key : `'${field.key}'`;
      return `${key}${required ? '' : '?'}: ${field.type(naming)}`;
    });
}
