import type { MergedMember, MergedObject, MergedOption, MergedThing, MergedType, TypeTuple } from './merged-type.js';
import { isEmpty, keyOf, type NamedType, type TypeGraph } from './type-graph.js';

const BUILTINS: Readonly<Record<string, string>> = {
  string: 'string',
  int: 'JsonInteger',
  number: 'JsonInteger',
  boolean: 'boolean',
  null: 'null',
  value: 'JsonValue',
};

/** Whose arguments the schema does not tell in full: they depend on another argument. */
const OPEN = new Set(['device_add: arguments']);

const WIDTH = 120;

/** The declaration of a named type. */
export function renderType(graph: TypeGraph, named: NamedType): string {
  const { type } = named;
  const comment = `/** \`${named.path}\`${renderVersions(graph, graph.schema.versionsOf(named.tuple))} */\n`;
  switch (type.kind) {
    case 'object':
      return comment + renderObject(graph, named, type);
    case 'enum':
      return comment + renderEnum(graph, named, type.values);
    case 'alternate':
      return `${comment}export type ${named.name} = ${renderOptions(graph, type.options)};\n`;
    default:
      return '';
  }
}

/** The expression that stands for a type where it is used. */
export function renderReference(graph: TypeGraph, tuple: TypeTuple): string {
  return unique(graph.schema.split(tuple).map((part) => renderPart(graph, part))).join(' | ');
}

/** What a comment says of a thing that not all of the versions around it have, or that has a warning. */
export function remarksOn(thing: MergedThing, around: readonly string[]): string[] {
  const isEverywhere = thing.versions.length === around.length;
  const isDeprecated = thing.deprecatedIn.length > 0 && thing.deprecatedIn.at(-1) === thing.versions.at(-1);
  return [
    ...(isEverywhere ? [] : [`Only QEMU ${listVersions(thing.versions)}.`]),
    ...(thing.unstableIn.length > 0 ? ['Unstable.'] : []),
    ...(isDeprecated ? [`@deprecated in QEMU ${listVersions(thing.deprecatedIn)}`] : []),
  ];
}

/** An indented line with its remarks before it. A tag must begin a line of its own. */
export function renderRemarked(remarks: readonly string[], line: string): string {
  const tag = remarks.find((remark) => remark.startsWith('@'));
  const text = remarks.filter((remark) => remark !== tag).join(' ');
  if (text !== '' && tag !== undefined) return `  /**\n   * ${text}\n   * ${tag}\n   */\n  ${line}`;
  const comment = tag ?? text;
  return comment === '' ? `  ${line}` : `  /** ${comment} */\n  ${line}`;
}

/** A name as TypeScript takes it before a colon. */
export function renderKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}

function renderVersions(graph: TypeGraph, versions: readonly string[]): string {
  return versions.length === graph.schema.versions.length ? '' : `. Only QEMU ${listVersions(versions)}.`;
}

function listVersions(versions: readonly string[]): string {
  return versions.join(' and ');
}

function renderPart(graph: TypeGraph, part: TypeTuple): string {
  const named = graph.find(part);
  if (named) return named.name;
  const type: MergedType = graph.schema.merge(part);
  if (isEmpty(type)) return 'NoMembers';
  if (type.kind === 'builtin') return BUILTINS[type.jsonType] ?? 'JsonValue';
  if (type.kind !== 'array') return 'JsonValue';
  const element = renderReference(graph, type.element);
  return `readonly ${element.includes(' ') ? `(${element})` : element}[]`;
}

function renderObject(graph: TypeGraph, named: NamedType, type: MergedObject): string {
  const versions = graph.schema.versionsOf(named.tuple);
  const members = type.members.filter(({ name }) => type.cases.length === 0 || name !== type.tag);
  const lines = members.map((member) => renderMember(graph, member, versions));
  if (OPEN.has(named.path)) lines.push('  [property: string]: JsonValue | undefined;');
  const body = `{\n${lines.join('\n')}\n}`;
  if (type.cases.length === 0) return `export interface ${named.name} ${body}\n`;
  const cases = `(\n${renderCases(graph, type).join('\n')}\n)`;
  return `export type ${named.name} = ${lines.length > 0 ? `${body} & ` : ''}${cases};\n`;
}

function renderMember(graph: TypeGraph, member: MergedMember, versions: readonly string[]): string {
  const type = renderReference(graph, member.type);
  const key = renderKey(member.name);
  const line = member.isOptional ? `${key}?: ${type} | undefined;` : `${key}: ${type};`;
  return renderRemarked(remarksOn(member, versions), line);
}

/** The cases by the type of their own members, so that those which share one, such as none, are told together. */
function renderCases(graph: TypeGraph, { tag = '', members, cases }: MergedObject): string[] {
  const values = new Map<string, { readonly type: TypeTuple; readonly values: string[] }>();
  for (const { value, type } of cases) {
    const key = keyOf(graph.canonical(type));
    const group = values.get(key);
    if (group) group.values.push(value);
    else values.set(key, { type, values: [value] });
  }
  const member = members.find(({ name }) => name === tag);
  const key = `${renderKey(tag)}${member?.isOptional ? '?' : ''}`;
  const lines = [...values.values()].map((group) => {
    const type = renderReference(graph, group.type);
    const tagged = `{ ${key}: ${renderLiterals(group.values)} }`;
    return type === 'NoMembers' ? `  | ${tagged}` : `  | (${tagged} & ${type})`;
  });
  const rest = valuesOf(graph, member).filter((value) => cases.every((each) => each.value !== value));
  return rest.length === 0 ? lines : [...lines, `  | { ${key}: ${renderLiterals(rest)} }`];
}

/** A version may know values of the tag without having cases. */
function valuesOf(graph: TypeGraph, member: MergedMember | undefined): string[] {
  const types = member ? graph.schema.split(member.type).map((part) => graph.schema.merge(part)) : [];
  return types.flatMap((type) => (type.kind === 'enum' ? type.values.map(({ name }) => name) : []));
}

function renderLiterals(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(' | ');
}

function renderEnum(graph: TypeGraph, named: NamedType, values: readonly MergedThing[]): string {
  const versions = graph.schema.versionsOf(named.tuple);
  const isPlain = values.every((value) => remarksOn(value, versions).length === 0);
  const line = `export type ${named.name} = ${values.map(({ name }) => `'${name}'`).join(' | ')};\n`;
  if (isPlain && line.length <= WIDTH) return line;
  const lines = values.map((value) => renderRemarked(remarksOn(value, versions), `| '${value.name}'`));
  return `export type ${named.name} =\n${lines.join('\n')};\n`;
}

function renderOptions(graph: TypeGraph, options: readonly MergedOption[]): string {
  return unique(options.map(({ type }) => renderReference(graph, type))).join(' | ');
}

function unique(parts: readonly string[]): string[] {
  return [...new Set(parts)];
}
