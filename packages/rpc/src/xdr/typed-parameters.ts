import { type ArrayType, array } from './composites.js';
import { malformed, type XdrReader } from './reader.js';
import { bool, double, hyper, int, string, uhyper, uint } from './scalars.js';
import type { XdrWriter } from './writer.js';
import { unfit, type XdrType } from './xdr-type.js';

/** A value with its C type, as libvirt's typed parameters carry it. */
export type TypedValue =
  | { readonly type: 'int' | 'uint' | 'double'; readonly value: number }
  | { readonly type: 'llong' | 'ullong'; readonly value: bigint }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string };

/** One typed parameter, where a name may occur more than once. */
export type TypedParameter = { readonly name: string } & TypedValue;

/** Typed parameters by name, where a name occurs once. */
export type TypedParameters = Readonly<Record<string, TypedValue>>;

/** The types in the order of their numbers on the wire, which begin at 1. */
const TYPES = ['int', 'uint', 'llong', 'ullong', 'double', 'boolean', 'string'] as const;

function writeTypedValue(writer: XdrWriter, typed: TypedValue): void {
  writer.int(TYPES.indexOf(typed.type) + 1);
  switch (typed.type) {
    case 'int':
      int.write(writer, typed.value);
      break;
    case 'uint':
      uint.write(writer, typed.value);
      break;
    case 'llong':
      hyper.write(writer, typed.value);
      break;
    case 'ullong':
      uhyper.write(writer, typed.value);
      break;
    case 'double':
      double.write(writer, typed.value);
      break;
    case 'boolean':
      bool.write(writer, typed.value);
      break;
    case 'string':
      string.write(writer, typed.value);
      break;
    default:
      throw unfit(typed, 'typed value');
  }
}

function readTypedValue(reader: XdrReader): TypedValue {
  const number = reader.int();
  const type = TYPES[number - 1];
  switch (type) {
    case 'int':
    case 'uint':
      return { type, value: (type === 'int' ? int : uint).read(reader) };
    case 'llong':
    case 'ullong':
      return { type, value: (type === 'llong' ? hyper : uhyper).read(reader) };
    case 'double':
      return { type, value: double.read(reader) };
    case 'boolean':
      return { type, value: bool.read(reader) };
    case 'string':
      return { type, value: string.read(reader) };
    default:
      throw malformed(`${number} is no type of a typed parameter`);
  }
}

/** One typed parameter with its name. */
const typedParameter: XdrType<TypedParameter> = {
  write(writer, value) {
    string.write(writer, value.name);
    writeTypedValue(writer, value);
  },
  read(reader) {
    const name = string.read(reader);
    return { name, ...readTypedValue(reader) };
  },
};

/** At most `limit` typed parameters in order, where names may repeat. */
export const typedParameterList = (limit: number): ArrayType<TypedParameter> => array(typedParameter, limit);

/** A record's type also says how many entries it may hold. */
export interface RecordType<T> extends XdrType<Readonly<Record<string, T>>> {
  readonly limit: number;
}

function record<T>(item: XdrType<T>, limit: number): RecordType<T> {
  const entry: XdrType<[string, T]> = {
    write(writer, [name, value]) {
      string.write(writer, name);
      item.write(writer, value);
    },
    read: (reader) => [string.read(reader), item.read(reader)],
  };
  const entries = array(entry, limit);
  return {
    limit,
    write: (writer, value) => entries.write(writer, Object.entries(value)),
    read(reader) {
      const pairs = entries.read(reader);
      const value = Object.fromEntries(pairs);
      if (Object.keys(value).length < pairs.length) throw malformed('a parameter occurs more than once');
      return value;
    },
  };
}

/** At most `limit` typed parameters by name. @throws VirtError RPC on reading a name twice. */
export const typedParameters = (limit: number): RecordType<TypedValue> =>
  record({ write: writeTypedValue, read: readTypedValue }, limit);

/** At most `limit` 64-bit figures by name: the shape of the node's statistics. */
export const figures = (limit: number): RecordType<bigint> => record(uhyper, limit);
