import { malformed } from './reader.js';
import { type Infer, unfit, type XdrType } from './xdr-type.js';

/** The fields of a struct, in the order of the wire. */
export type Fields = Readonly<Record<string, XdrType<unknown>>>;

type OptionalKeys<F extends Fields> = { [K in keyof F]: undefined extends Infer<F[K]> ? K : never }[keyof F];

/** The object that a struct of these fields carries; what may be undefined may be left out. */
export type Struct<F extends Fields> = Plain<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & { [K in OptionalKeys<F>]?: Infer<F[K]> }
>;

/** `T` with its intersections resolved, as an editor should show it. */
export type Plain<T> = { [K in keyof T]: T[K] } & {};

/** Fields one after the other. The names are ours: they don't cross the wire. */
export function struct<F extends Fields>(fields: F): XdrType<Struct<F>>;
export function struct(fields: Fields): XdrType<Record<string, unknown>> {
  const entries = Object.entries(fields);
  return {
    write(writer, value) {
      for (const [name, type] of entries) type.write(writer, value[name]);
    },
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const [name, type] of entries) value[name] = type.read(reader);
      return value;
    },
  };
}

/** An array type also says how many items it may hold. */
export interface ArrayType<T> extends XdrType<T[]> {
  readonly limit: number;
}

/** At most `limit` items. */
export function array<T>(item: XdrType<T>, limit: number): ArrayType<T> {
  return {
    limit,
    write(writer, value) {
      if (!Array.isArray(value) || value.length > limit) throw unfit(value, `array of ≤ ${limit} items`);
      writer.uint(value.length);
      for (const each of value) item.write(writer, each);
    },
    read(reader) {
      const value: T[] = [];
      for (let left = reader.count(limit, 4); left > 0; left -= 1) value.push(item.read(reader));
      return value;
    },
  };
}

/** As many items as libvirt lists of anything but devices of the node. */
export const list = <T>(item: XdrType<T>): ArrayType<T> => array(item, 16_384);

/** A pointer that may be null in C: `undefined` here. */
export function optional<T>(type: XdrType<T>): XdrType<T | undefined> {
  return {
    write(writer, value) {
      writer.uint(value === undefined ? 0 : 1);
      if (value !== undefined) type.write(writer, value);
    },
    read(reader) {
      const present = reader.uint();
      if (present > 1) throw malformed(`${present} where 0 or 1 says whether a value follows`);
      return present === 1 ? type.read(reader) : undefined;
    },
  };
}
