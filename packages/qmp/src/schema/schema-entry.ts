import { QmpError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';

interface Described {
  readonly name: string;
  /** Such as `deprecated` and `unstable`. */
  readonly features: readonly string[];
}

/** A command, with the names of its types. */
export interface CommandEntry extends Described {
  readonly kind: 'command';
  readonly argumentsType: string;
  readonly returnType: string;
  readonly allowsOutOfBand: boolean;
}

/** An event, with the name of its data's type. */
export interface EventEntry extends Described {
  readonly kind: 'event';
  readonly dataType: string;
}

/** A member of an object. */
export interface MemberEntry extends Described {
  readonly type: string;
  readonly isOptional: boolean;
}

/** An object: members, and further ones that depend on the value of the member named `tag`. */
export interface ObjectEntry extends Described {
  readonly kind: 'object';
  readonly members: readonly MemberEntry[];
  readonly tag: string | undefined;
  readonly cases: readonly { readonly value: string; readonly type: string }[];
}

/** An enumeration. */
export interface EnumEntry extends Described {
  readonly kind: 'enum';
  readonly values: readonly Described[];
}

/** An array of one type. */
export interface ArrayEntry extends Described {
  readonly kind: 'array';
  readonly element: string;
}

/** A value of any one of several types, told apart by what it is in JSON. */
export interface AlternateEntry extends Described {
  readonly kind: 'alternate';
  readonly options: readonly string[];
}

/** A type of JSON's own: `string`, `int`, `number`, `boolean`, `null` or `value`, which is any. */
export interface BuiltinEntry extends Described {
  readonly kind: 'builtin';
  readonly jsonType: string;
}

/** A type in the answer to `query-qmp-schema`. Those that QEMU itself names by numbers are different in each build. */
export type TypeEntry = ObjectEntry | EnumEntry | ArrayEntry | AlternateEntry | BuiltinEntry;

/** Where types are found by the schema's own names for them. */
export interface TypeSource {
  type(name: string): TypeEntry;
}

/** An entry in the answer to `query-qmp-schema`. */
export type SchemaEntry = CommandEntry | EventEntry | TypeEntry;

/**
 * Reads one entry of the answer to `query-qmp-schema`.
 *
 * @throws {@link QmpError} `PROTOCOL_ERROR` where it is none.
 */
export function readSchemaEntry(value: JsonValue): SchemaEntry {
  const entry = objectOf(value);
  const named = describe(entry);
  switch (entry['meta-type']) {
    case 'command':
      return {
        kind: 'command',
        ...named,
        argumentsType: text(entry, 'arg-type'),
        returnType: text(entry, 'ret-type'),
        allowsOutOfBand: entry['allow-oob'] === true,
      };
    case 'event':
      return { kind: 'event', ...named, dataType: text(entry, 'arg-type') };
    case 'object':
      return { kind: 'object', ...named, ...readObject(entry) };
    case 'enum':
      return { kind: 'enum', ...named, values: readEnumValues(entry) };
    case 'array':
      return { kind: 'array', ...named, element: text(entry, 'element-type') };
    case 'alternate':
      return { kind: 'alternate', ...named, options: list(entry, 'members').map((option) => text(option, 'type')) };
    case 'builtin':
      return { kind: 'builtin', ...named, jsonType: text(entry, 'json-type') };
    default:
      throw new QmpError('PROTOCOL_ERROR', `the schema's entry '${named.name}' is of no known meta-type`);
  }
}

function readObject(entry: JsonObject): Pick<ObjectEntry, 'members' | 'tag' | 'cases'> {
  const cases = entry.variants === undefined ? [] : list(entry, 'variants');
  return {
    members: list(entry, 'members').map((member) => ({
      ...describe(member),
      type: text(member, 'type'),
      isOptional: 'default' in member,
    })),
    tag: typeof entry.tag === 'string' ? entry.tag : undefined,
    cases: cases.map((each) => ({ value: text(each, 'case'), type: text(each, 'type') })),
  };
}

/** Emulators before 6.2 list the values only as strings, later ones also as members with features. */
function readEnumValues(entry: JsonObject): Described[] {
  if (entry.members !== undefined) return list(entry, 'members').map(describe);
  const values = Array.isArray(entry.values) ? entry.values : [];
  return values.map((name) => ({ name: String(name), features: [] }));
}

function describe(entry: JsonObject): Described {
  const features = Array.isArray(entry.features) ? entry.features.map(String) : [];
  return { name: text(entry, 'name'), features };
}

function list(entry: JsonObject, name: string): JsonObject[] {
  const value = entry[name];
  if (!Array.isArray(value)) throw new QmpError('PROTOCOL_ERROR', `an entry of the schema has no list '${name}'`);
  return value.map(objectOf);
}

function text(entry: JsonObject, name: string): string {
  const value = entry[name];
  if (typeof value === 'string') return value;
  throw new QmpError('PROTOCOL_ERROR', `an entry of the schema has no text '${name}'`);
}

function objectOf(value: JsonValue | undefined): JsonObject {
  if (isJsonObject(value)) return value;
  throw new QmpError('PROTOCOL_ERROR', 'an entry of the schema is no object');
}
