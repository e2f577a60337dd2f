import type { JsonSchema } from '../codecs/codec.js';
import type { Problem } from '../problem.js';
import type { ReadState } from '../read-state.js';
import type { Naming, WriteOptions } from '../shape.js';
import { checkIsRecord, checkRecord, isValue, recordMembers, recordSchema } from '../shapes/check-record.js';
import { type Plan, planOf } from '../shapes/plan.js';
import { readRecord } from '../shapes/read-record.js';
import { writeRecord } from '../shapes/write-record.js';
import type { Field, Fields, InferFields } from './field.js';

/** The fields of each element that can be chosen, by its name. */
export type Choices = { readonly [element: string]: Fields };

type Flatten<T> = { [K in keyof T]: T[K] };

/** The union of the elements' records, each with its name as `element`. */
export type InferChoices<C extends Choices> = {
  [K in keyof C]: Flatten<{ element: K } & InferFields<C[K]>>;
}[keyof C];

/** A field that is one child, whose name says what it is: `<tcp dscp='2'/>` is `{ element: 'tcp', dscp: '2' }`. */
export function choice<C extends Choices>(cases: C): Field<InferChoices<C>, false>;
export function choice(cases: Choices): Field {
  const chosen = alternatives(cases);
  return {
    required: false,
    options: {},
    groups: [],
    bind: (key) => ({
      place: 'child',
      key,
      name: key,
      ...chosen,
      read: (state, out) => {
        if (out[key] !== undefined) return state.dropElement();
        const outer = state.trail?.enter(key, state.reader.start);
        out[key] = chosen.read(state);
        if (outer !== undefined) state.trail?.leave(outer);
      },
    }),
  };
}

/** A field that is an array of children of several names, in the order of the document. */
export function choices<C extends Choices>(cases: C): Field<InferChoices<C>[], false>;
export function choices(cases: Choices): Field {
  const chosen = alternatives(cases);
  return {
    required: false,
    options: {},
    groups: [],
    bind: (key) => ({
      place: 'child',
      key,
      name: key,
      names: chosen.names,
      read: (state, out) => {
        const known = out[key];
        const list: unknown[] = Array.isArray(known) ? known : [];
        const outer = state.trail?.enter(key, state.reader.start);
        state.trail?.enter(list.length, state.reader.start);
        list.push(chosen.read(state));
        out[key] = list;
        if (outer !== undefined) state.trail?.leave(outer);
      },
      write: (list, indent, options) =>
        Array.isArray(list) ? list.map((one) => chosen.write(one, indent, options)).join('') : '',
      check: (list, path, problems) => {
        if (Array.isArray(list)) list.forEach((one, index) => void chosen.check(one, `${path}/${index}`, problems));
        else problems.push({ code: 'XML_ERROR', message: 'Invalid value: not an array.', path });
      },
      schema: (naming) => ({ type: 'array', items: chosen.schema(naming) }),
      type: (naming) => `Array<${chosen.type(naming)}>`,
    }),
  };
}

/** What one of several elements is read and written with. */
function alternatives(cases: Choices) {
  const names = Object.keys(cases);
  const plans = new Map<unknown, Plan>();
  const planFor = (name: unknown): Plan | undefined => {
    const known = plans.get(name);
    const fields = typeof name === 'string' && Object.hasOwn(cases, name) ? cases[name] : undefined;
    if (known !== undefined || fields === undefined) return known;
    const plan = planOf(fields);
    plans.set(name, plan);
    return plan;
  };
  return {
    names,
    read: (state: ReadState): unknown => {
      const element = state.reader.name;
      const plan = planFor(element);
      return plan === undefined ? state.dropElement() : readRecord(state, plan, { element });
    },
    write: (one: unknown, indent: string, options: WriteOptions): string => {
      const plan = isValue(one) ? planFor(one.element) : undefined;
      if (plan === undefined || !isValue(one)) return '';
      return writeRecord(plan, one, String(one.element), indent, options);
    },
    check: (one: unknown, path: string, problems: Problem[]): void => {
      if (!checkIsRecord(one, path, problems)) return;
      const { element, ...rest } = one;
      const plan = planFor(element);
      if (plan !== undefined) checkRecord(plan, rest, path, problems);
      else problems.push(unknownElement(element, names, path));
    },
    schema: (naming: Naming<JsonSchema>): JsonSchema => ({
      type: 'object',
      discriminator: { propertyName: 'element' },
      required: ['element'],
      oneOf: names.map((name) => choiceSchema(recordSchema(planOf(cases[name] ?? {}), naming), name)),
    }),
    type: (naming: Naming<string>): string =>
      names
        .map((name) => `{ ${[`element: '${name}'`, ...recordMembers(planOf(cases[name] ?? {}), naming)].join('; ')} }`)
        .join(' | '),
  };
}

function unknownElement(element: unknown, names: readonly string[], path: string): Problem {
  const message =
    element === undefined ? "Missing required property 'element'" : `Invalid value: ${JSON.stringify(element)}.`;
  return { code: 'XML_ERROR', message, path: `${path}/element`, remedy: `Allowed: ${names.join(', ')}` };
}

function choiceSchema({ properties, required, ...rest }: JsonSchema, name: string): JsonSchema {
  const others = typeof properties === 'object' ? properties : {};
  return {
    ...rest,
    properties: { element: { const: name }, ...others },
    required: ['element', ...(Array.isArray(required) ? required : [])],
  };
}
