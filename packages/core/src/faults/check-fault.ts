import { VirtError } from '@virtkit/errors';
import type { Fault } from './fault.js';
import { FAULT_FIELDS, FAULT_TRIGGERS, type FaultFieldName } from './fault-fields.js';

type Trigger = keyof typeof FAULT_TRIGGERS;

const isTrigger = (name: string): name is Trigger => Object.hasOwn(FAULT_TRIGGERS, name);
const isField = (name: string): name is FaultFieldName => Object.hasOwn(FAULT_FIELDS, name);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that faults of a kind may have beside what triggers them. */
function fieldsOf(trigger: Trigger): readonly FaultFieldName[] {
  const { refined, effects, more } = FAULT_TRIGGERS[trigger];
  return [...refined, ...effects, ...more];
}

function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'no object';
  const names = Object.keys(value);
  const unknown = names.find((name) => !isField(name));
  if (unknown !== undefined) return `no field '${unknown}'; there are ${Object.keys(FAULT_FIELDS).join(', ')}`;
  const [trigger, ...others] = names.filter(isTrigger);
  if (trigger === undefined || others.length > 0) {
    return `say once when it strikes, by one of ${Object.keys(FAULT_TRIGGERS).join(', ')}`;
  }
  const effects: readonly string[] = FAULT_TRIGGERS[trigger].effects;
  if (names.filter((name) => effects.includes(name)).length !== 1) {
    return `say one thing that happens; with '${trigger}' it is one of ${effects.join(', ')}`;
  }
  const allowed: readonly string[] = [trigger, ...fieldsOf(trigger)];
  const stray = names.find((name) => !allowed.includes(name) || (name === 'message' && value.fail === undefined));
  if (stray !== undefined) {
    return `'${stray}' doesn't go with ${names.filter((name) => name !== stray).join(' and ')}`;
  }
  return names
    .filter(isField)
    .map((name) => FAULT_FIELDS[name].problem(value[name]))
    .find((problem) => problem !== undefined);
}

const isFault = (value: unknown): value is Fault => problemOf(value) === undefined;

/** A copy that lacks what is there, but undefined. */
function defined(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/**
 * A copy of a value that is to be a fault, once it is known to be one.
 * @param name how to speak of it in the error
 * @throws VirtError INVALID_ARG that says what is wrong with it, and what is allowed
 */
export function checkFault(value: unknown, name: string): Fault {
  const fault = defined(value);
  if (isFault(fault)) return fault;
  throw new VirtError('INVALID_ARG', `${name}: ${problemOf(fault)}`);
}

function schemaOf(trigger: Trigger): object {
  const names = [trigger, ...fieldsOf(trigger)];
  return {
    type: 'object',
    required: [trigger],
    properties: Object.fromEntries(names.map((name) => [name, FAULT_FIELDS[name].schema])),
    additionalProperties: false,
    oneOf: FAULT_TRIGGERS[trigger].effects.map((effect) => ({ required: [effect] })),
    dependentRequired: { message: ['fail'] },
  };
}

/** JSON Schema (2020-12) of a script: a list of faults, as a file holds them. */
export const faultsSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'array',
  items: { oneOf: Object.keys(FAULT_TRIGGERS).filter(isTrigger).map(schemaOf) },
};
