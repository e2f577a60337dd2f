import type { Fields, Plain, Struct } from '../xdr/composites.js';
import type { CountType } from './counts.js';

/** The fields that callers and drivers see: all but the counts. */
export type Visible<F extends Fields> = Plain<
  Struct<{ [K in keyof F as F[K] extends CountType<unknown> ? never : K]: F[K] }>
>;

type Value = Record<string, unknown>;

/** How a procedure's two shapes, the wire's and the contract's, become each other. */
export interface Adapter {
  toWireArguments(visible: Value): Value;
  fromWireArguments(wire: Value): Value;
  toWireResult(visible: Value, request: Value): Value;
  fromWireResult(wire: Value, request: Value): Value;
  /** The arguments of the second call, where the first only asked for the number of items. */
  followUp?(wire: Value, request: Value): Value | undefined;
}

const same = (value: Value): Value => value;

/** For procedures whose wire shape is their contract. */
const identity: Adapter = {
  toWireArguments: same,
  fromWireArguments: same,
  toWireResult: same,
  fromWireResult: same,
};

/** The adapter that the {@link CountType}s among the fields imply. */
export function adapterOf(args: Fields, result: Fields): Adapter {
  const wanted = keyOf(args, 'wanted');
  const capacity = keyOf(args, 'capacity');
  const total = keyOf(result, 'total');
  const [list, limit] = listOf(result);
  if (list === undefined || (wanted ?? capacity ?? total) === undefined) return identity;

  const room = (request: Value): number => {
    if (wanted !== undefined) return request[wanted] ? limit : 0;
    return capacity === undefined ? limit : Number(request[capacity]);
  };
  return {
    toWireArguments: (visible) => ({
      ...visible,
      ...(wanted === undefined ? {} : { [wanted]: true }),
      ...(capacity === undefined ? {} : { [capacity]: total === undefined ? limit : 0 }),
    }),
    fromWireArguments: (wire) => without(without(wire, wanted), capacity),
    toWireResult(visible, request) {
      const items = visible[list];
      const sent = { ...visible, [list]: firstOf(items, room(request)) };
      return total === undefined ? sent : { ...sent, [total]: lengthOf(items) };
    },
    fromWireResult: (wire) => without(wire, total),
    followUp(wire, request) {
      if (capacity === undefined || total === undefined || room(request) > 0) return undefined;
      return Number(wire[total]) > 0 ? { ...request, [capacity]: wire[total] } : undefined;
    },
  };
}

function keyOf(fields: Fields, role: CountType<unknown>['role']): string | undefined {
  return Object.keys(fields).find((key) => {
    const type = fields[key];
    return type !== undefined && 'role' in type && type.role === role;
  });
}

function listOf(fields: Fields): [string, number] | [undefined, 0] {
  for (const [key, type] of Object.entries(fields)) {
    if ('limit' in type && typeof type.limit === 'number') return [key, type.limit];
  }
  return [undefined, 0];
}

function without(value: Value, key: string | undefined): Value {
  if (key === undefined) return value;
  const { [key]: _, ...rest } = value;
  return rest;
}

function lengthOf(items: unknown): number {
  return Array.isArray(items) ? items.length : Object.keys(Object(items)).length;
}

function firstOf(items: unknown, count: number): unknown {
  if (lengthOf(items) <= count) return items;
  return Array.isArray(items)
    ? items.slice(0, count)
    : Object.fromEntries(Object.entries(Object(items)).slice(0, count));
}
