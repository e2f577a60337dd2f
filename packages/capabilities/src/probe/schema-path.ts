import type { JsonObject, JsonValue } from './recording.js';
import { isObject, objectsOf, stringIn, stringsOf } from './reply-shape.js';

/** The entries of a `query-qmp-schema` reply by name. */
export type SchemaIndex = ReadonlyMap<string, JsonObject>;

/** Makes the reply of `query-qmp-schema` searchable. */
export function indexSchema(reply: JsonValue | undefined): SchemaIndex {
  return new Map(objectsOf(reply).map((entry) => [stringIn(entry, 'name') ?? '', entry]));
}

/**
 * Whether the path exists in the schema, in libvirt's query language:
 * `command-or-event/arg-type|ret-type/member/member/…`. A member may be written `*member` (only if optional) or
 * `+variant` (the branch of the union that the value selects). The last part may be `^value` (the enum has it), `!type`
 * (the JSON type) or `$feature` (the entry, or the enum value before it, carries the feature). A name that begins with one
 * of these signs gets a blank before it. Lists count as their element, alternates are tried one by one.
 */
export function hasSchemaPath(schema: SchemaIndex, path: string): boolean {
  const [name = '', ...rest] = path.split('/');
  const entry = schema.get(name);
  return entry !== undefined && walk(schema, entry, rest);
}

function walk(schema: SchemaIndex, entry: JsonObject, parts: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return true;
  if (part.startsWith('$')) return rest.length === 0 && hasFeature(entry, part.slice(1));
  switch (entry['meta-type']) {
    case 'command':
    case 'event':
      return follow(schema, stringIn(entry, part), rest);
    case 'array':
      return follow(schema, stringIn(entry, 'element-type'), parts);
    case 'alternate':
      return objectsOf(entry.members).some((member) => follow(schema, stringIn(member, 'type'), parts));
    case 'object':
      return walkObject(schema, entry, part, rest);
    case 'enum':
      return part.startsWith('^') && hasEnumValue(entry, part.slice(1), rest);
    case 'builtin':
      return part.startsWith('!') && rest.length === 0 && entry['json-type'] === part.slice(1);
    default:
      return false;
  }
}

function follow(schema: SchemaIndex, type: string | undefined, parts: readonly string[]): boolean {
  const entry = type === undefined ? undefined : schema.get(type);
  return entry !== undefined && walk(schema, entry, parts);
}

function walkObject(schema: SchemaIndex, entry: JsonObject, part: string, rest: readonly string[]): boolean {
  const sign = part.charAt(0);
  if (sign === '+') {
    const variant = objectsOf(entry.variants).find((candidate) => candidate.case === part.slice(1));
    return follow(schema, stringIn(variant, 'type'), rest);
  }
  const name = sign === '*' || sign === ' ' ? part.slice(1) : part;
  const member = objectsOf(entry.members).find((candidate) => candidate.name === name);
  if (!member || (sign === '*' && !('default' in member))) return false;
  const [feature, ...beyond] = rest;
  if (feature?.startsWith('$')) return beyond.length === 0 && hasFeature(member, feature.slice(1));
  return follow(schema, stringIn(member, 'type'), rest);
}

function hasEnumValue(entry: JsonObject, value: string, rest: readonly string[]): boolean {
  const member = objectsOf(entry.members).find((candidate) => candidate.name === value);
  const [feature, ...beyond] = rest;
  if (feature !== undefined)
    return (
      member !== undefined && beyond.length === 0 && feature.startsWith('$') && hasFeature(member, feature.slice(1))
    );
  return member !== undefined || stringsOf(entry.values).includes(value);
}

function hasFeature(entry: JsonObject, feature: string): boolean {
  return isObject(entry) && stringsOf(entry.features).includes(feature);
}
