import type { QmpSchema } from '../schema/qmp-schema.js';
import type { ObjectEntry, TypeEntry } from '../schema/schema-entry.js';
import type { MergedObject, MergedOption, MergedRoot, MergedThing, MergedType, TypeTuple } from './merged-type.js';

/** The schema of one QEMU version, under the name that the output gives it, such as `7.2`. */
export interface VersionedSchema {
  readonly version: string;
  readonly schema: QmpSchema;
}

/** Something in the version of an index. */
interface Seen<Entry> {
  readonly index: number;
  readonly entry: Entry;
}

/** Several versions of the schema, seen as one. */
export class MergedSchema {
  readonly versions: readonly string[];
  readonly #schemas: readonly QmpSchema[];

  constructor(schemas: readonly VersionedSchema[]) {
    this.versions = schemas.map(({ version }) => version);
    this.#schemas = schemas.map(({ schema }) => schema);
  }

  /** The commands and the events, each in the order of their names. */
  get roots(): readonly MergedRoot[] {
    const commands = byName(this.#schemas.flatMap((schema, index) => seen(schema.commands, index)));
    const events = byName(this.#schemas.flatMap((schema, index) => seen(schema.events, index)));
    return [
      ...commands.map((group) => ({
        kind: 'command' as const,
        ...this.#describe(group),
        input: this.#tuple(group, ({ argumentsType }) => argumentsType),
        output: this.#tuple(group, ({ returnType }) => returnType),
        allowsOutOfBand: group.some(({ entry }) => entry.allowsOutOfBand),
      })),
      ...events.map((group) => ({
        kind: 'event' as const,
        ...this.#describe(group),
        input: this.#tuple(group, ({ dataType }) => dataType),
        output: undefined,
        allowsOutOfBand: false,
      })),
    ];
  }

  /** The versions in which a tuple names a type. */
  versionsOf(tuple: TypeTuple): string[] {
    return this.versions.filter((_, index) => tuple[index] !== undefined);
  }

  /** The tuple, cut where versions disagree on the kind of the type: nearly always the tuple alone. */
  split(tuple: TypeTuple): TypeTuple[] {
    const kinds = tuple.map((name, index) => (name === undefined ? undefined : this.#kindOf(index, name)));
    const known = new Set(kinds.filter((kind) => kind !== undefined));
    return [...known].map((kind) => tuple.map((name, index) => (kinds[index] === kind ? name : undefined)));
  }

  /** What the types of a tuple, which agree on their kind, are together. */
  merge(tuple: TypeTuple): MergedType {
    const types = this.#types(tuple);
    switch (types[0]?.entry.kind) {
      case 'object':
        return this.#mergeObjects(types.filter(isKind('object')));
      case 'enum': {
        const values = types.filter(isKind('enum')).flatMap(({ entry, index }) => seen(entry.values, index));
        return { kind: 'enum', values: byName(values).map((group) => this.#describe(group)) };
      }
      case 'array':
        return { kind: 'array', element: this.#tuple(types.filter(isKind('array')), ({ element }) => element) };
      case 'alternate':
        return { kind: 'alternate', options: this.#mergeOptions(types.filter(isKind('alternate'))) };
      case 'builtin':
        return { kind: 'builtin', jsonType: types.find(isKind('builtin'))?.entry.jsonType ?? 'value' };
      case undefined:
        return { kind: 'builtin', jsonType: 'value' };
    }
  }

  #mergeObjects(objects: readonly Seen<ObjectEntry>[]): MergedObject {
    const members = objects.flatMap(({ entry, index }) => seen(entry.members, index));
    const cases = objects.flatMap(({ entry, index }) =>
      seen(
        entry.cases.map((each) => ({ ...each, name: each.value })),
        index,
      ),
    );
    return {
      kind: 'object',
      members: byName(members).map((group) => ({
        ...this.#describe(group),
        type: this.#tuple(group, ({ type }) => type),
        isOptional: group.length < objects.length || group.some(({ entry }) => entry.isOptional),
      })),
      tag: objects.find(({ entry }) => entry.tag !== undefined)?.entry.tag,
      cases: byName(cases).map((group) => ({ value: nameOf(group), type: this.#tuple(group, ({ type }) => type) })),
    };
  }

  #mergeOptions(alternates: readonly Seen<Extract<TypeEntry, { kind: 'alternate' }>>[]): MergedOption[] {
    const options = alternates.flatMap(({ entry, index }) =>
      entry.options.map((type) => ({ index, entry: { name: this.#kindOf(index, type), type } })),
    );
    return byName(options).map((group) => ({ kind: nameOf(group), type: this.#tuple(group, ({ type }) => type) }));
  }

  #types(tuple: TypeTuple): Seen<TypeEntry>[] {
    return this.#schemas.flatMap((schema, index) => {
      const name = tuple[index];
      return name === undefined ? [] : [{ index, entry: schema.type(name) }];
    });
  }

  #kindOf(index: number, name: string): string {
    const type = this.#schemas[index]?.type(name);
    return type?.kind === 'builtin' ? type.jsonType : (type?.kind ?? 'value');
  }

  #tuple<Entry>(group: readonly Seen<Entry>[], typeOf: (entry: Entry) => string): TypeTuple {
    return this.versions.map((_, version) => {
      const found = group.find(({ index }) => index === version);
      return found && typeOf(found.entry);
    });
  }

  #describe(group: readonly Seen<{ readonly name: string; readonly features: readonly string[] }>[]): MergedThing {
    const versions = (entries: readonly Seen<unknown>[]) => entries.flatMap(({ index }) => this.versions[index] ?? []);
    return {
      name: nameOf(group),
      versions: versions(group),
      deprecatedIn: versions(group.filter(({ entry }) => entry.features.includes('deprecated'))),
      unstableIn: versions(group.filter(({ entry }) => entry.features.includes('unstable'))),
    };
  }
}

function seen<Entry>(entries: readonly Entry[], index: number): Seen<Entry>[] {
  return entries.map((entry) => ({ index, entry }));
}

function isKind<Kind extends TypeEntry['kind']>(kind: Kind) {
  return (type: Seen<TypeEntry>): type is Seen<Extract<TypeEntry, { kind: Kind }>> => type.entry.kind === kind;
}

function nameOf(group: readonly Seen<{ readonly name: string }>[]): string {
  return group[0]?.entry.name ?? '';
}

/** Groups what has one name, in the order of the names, so that the output does not move when QEMU's order does. */
function byName<Entry extends { readonly name: string }>(entries: readonly Seen<Entry>[]): Seen<Entry>[][] {
  const grouped = new Map<string, Seen<Entry>[]>();
  for (const each of entries) {
    const group = grouped.get(each.entry.name);
    if (group) group.push(each);
    else grouped.set(each.entry.name, [each]);
  }
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
