import type { ObjectEntry, TypeSource } from './schema-entry.js';

/** Whether the steps, each `member` or `member=value`, lead from a type to something that is there. */
export function findInType(schema: TypeSource, typeName: string, steps: readonly string[]): boolean {
  const type = schema.type(typeName);
  const [step, ...rest] = steps;
  switch (type.kind) {
    case 'array':
      return findInType(schema, type.element, steps);
    case 'alternate':
      return type.options.some((option) => findInType(schema, option, steps));
    case 'object':
      return step === undefined || findInObject(schema, type, step, rest);
    default:
      return step === undefined;
  }
}

function findInObject(schema: TypeSource, object: ObjectEntry, step: string, rest: readonly string[]): boolean {
  const [name, value] = step.split('=', 2);
  const member = object.members.find((each) => each.name === name);
  const cases = object.cases.filter((each) => value === undefined || name !== object.tag || each.value === value);
  if (member && value !== undefined) {
    if (!hasValue(schema, member.type, value)) return false;
    return rest.length === 0 || cases.some(({ type }) => findInType(schema, type, rest));
  }
  if (member) return findInType(schema, member.type, rest);
  return cases.some(({ type }) => findInType(schema, type, [step, ...rest]));
}

function hasValue(schema: TypeSource, typeName: string, value: string): boolean {
  const type = schema.type(typeName);
  if (type.kind === 'array') return hasValue(schema, type.element, value);
  return type.kind === 'enum' && type.values.some(({ name }) => name === value);
}
