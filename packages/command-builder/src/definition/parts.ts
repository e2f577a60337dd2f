import type { DomainDefinition } from '@virtkit/domain-conf';

/** The part of a definition at a path that is taken apart: `['os', 'machine']`; undefined where there is none. */
export function partAt(definition: object, steps: readonly string[]): unknown {
  let at: unknown = definition;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** The definition without the part at that path; items behind one of a list move up. */
export function withoutPart(definition: DomainDefinition, [first = '', ...rest]: readonly string[]): DomainDefinition {
  const copy: DomainDefinition = { ...definition };
  if (rest.length === 0) Reflect.deleteProperty(copy, first);
  else Reflect.set(copy, first, without(Reflect.get(copy, first), rest));
  return copy;
}

function without(value: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const index = Number(step);
    return rest.length === 0 ? value.toSpliced(index, 1) : value.with(index, without(value[index], rest));
  }
  const copy = { ...(typeof value === 'object' && value !== null ? value : {}) };
  if (rest.length === 0) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, without(Reflect.get(copy, step), rest));
  return copy;
}
