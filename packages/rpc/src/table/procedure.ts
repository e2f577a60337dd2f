import { type Fields, struct } from '../xdr/composites.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { adapterOf, type Visible } from './adapter.js';

/** What a row says of a procedure beside its number and shapes; without a word it is of low priority and writes. */
export type Trait =
  /** A connection that was opened read-only may call it, as libvirtd answers. */
  | 'readOnly'
  /** It never waits for a guest or a long job: libvirt keeps workers for such calls alone. */
  | 'high'
  /** A stream from the server to the client follows the reply. */
  | 'readStream'
  /** A stream from the client to the server follows the reply. */
  | 'writeStream'
  /** The client passes file descriptors. */
  | 'takesDescriptors'
  /** The server passes file descriptors. */
  | 'returnsDescriptors';

/** A connection that was opened read-only may call it, unless the argument has one of the bits. */
export interface ReadOnlyUnless {
  readonly argument: string;
  readonly bits: number;
}

/** {@link ReadOnlyUnless}, as a row says it. */
export const readOnlyUnless = (argument: string, bits: number): ReadOnlyUnless => ({ argument, bits });

/** The arguments of a procedure: `wire` as they travel, the rest as callers and drivers see them. */
export interface ArgumentsShape<Arguments> {
  readonly wire: XdrType<Record<string, unknown>>;
  toWire(args: Arguments): Record<string, unknown>;
  fromWire(wire: Record<string, unknown>): Arguments;
}

/** The result of a procedure; how it travels may depend on the arguments that asked for it, as they travelled. */
export interface ResultShape<Result> {
  readonly wire: XdrType<Record<string, unknown>>;
  toWire(result: Result, request: Record<string, unknown>): Record<string, unknown>;
  fromWire(wire: Record<string, unknown>, request: Record<string, unknown>): Result;
}

/** One remote procedure. */
export interface Procedure<Arguments, Result> {
  readonly number: number;
  readonly arguments: ArgumentsShape<Arguments>;
  readonly result: ResultShape<Result>;
  readonly traits: ReadonlySet<Trait>;
  /** Whether a connection that was opened read-only may make this call. */
  permitsReadOnly(args: Arguments): boolean;
  /** Given the reply to a first call, the arguments of the second that the shape needs, or nothing. */
  followUp?(wire: Record<string, unknown>, request: Record<string, unknown>): Record<string, unknown> | undefined;
}

/**
 * Declares a procedure by its number and its fields in the order of the wire. What callers and drivers see lacks the
 * {@link CountType} fields; a procedure without result fields returns nothing.
 */
export function procedure<A extends Fields>(
  number: number,
  args: A,
  result: Record<string, never>,
  ...traits: (Trait | ReadOnlyUnless)[]
): Procedure<Visible<A>, void>;
export function procedure<A extends Fields, R extends Fields>(
  number: number,
  args: A,
  result: R,
  ...traits: (Trait | ReadOnlyUnless)[]
): Procedure<Visible<A>, Visible<R>>;
export function procedure(
  number: number,
  args: Fields,
  result: Fields,
  ...traits: (Trait | ReadOnlyUnless)[]
): Procedure<Record<string, unknown>, unknown> {
  const adapter = adapterOf(args, result);
  const words = traits.filter((trait) => typeof trait === 'string');
  const unless = traits.find((trait) => typeof trait !== 'string');
  return {
    number,
    arguments: { wire: struct(args), toWire: adapter.toWireArguments, fromWire: adapter.fromWireArguments },
    result: { wire: struct(result), toWire: adapter.toWireResult, fromWire: adapter.fromWireResult },
    traits: new Set(words),
    permitsReadOnly: (value) =>
      unless === undefined ? words.includes('readOnly') : (Number(value[unless.argument]) & unless.bits) === 0,
    ...(adapter.followUp === undefined ? {} : { followUp: adapter.followUp }),
  };
}

/** One event: a message that the server sends unasked. */
export interface EventRow<Body> {
  readonly number: number;
  readonly body: XdrType<Body>;
}

/** Declares an event by its number and its fields in the order of the wire. */
export function event<B extends Fields>(number: number, body: B): EventRow<Visible<B>>;
export function event(number: number, body: Fields): EventRow<Record<string, unknown>> {
  return { number, body: struct(body) };
}
