import type { MemberEntry, ObjectEntry, TypeEntry, TypeSource } from '../schema/schema-entry.js';

/** A JSON Schema; `exactInteger` and `exactNumber` are keywords of its own, for a bigint is no number to JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** One way that an object can be: the value of each tag, and all members that it has then. */
interface Branch {
  readonly tags: Readonly<Record<string, string>>;
  readonly members: readonly MemberEntry[];
}

const BUILTINS: Readonly<Record<string, JsonSchema>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  int: { exactInteger: true },
  number: { exactNumber: true },
  value: {},
};

/**
 * The JSON Schema of a type and of all it leads to.
 *
 * @param isOpen Whether objects may have members that the schema does not know: true for what QEMU sends.
 */
export function buildJsonSchema(source: TypeSource, typeName: string, isOpen: boolean): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const queue = [typeName];
  for (const name of queue) {
    if (name in definitions) continue;
    definitions[name] = buildType(source, source.type(name), isOpen, (other) => {
      queue.push(other);
      return { $ref: `#/$defs/${other}` };
    });
  }
  return { $ref: `#/$defs/${typeName}`, $defs: definitions };
}

type Reference = (typeName: string) => JsonSchema;

function buildType(source: TypeSource, type: TypeEntry, isOpen: boolean, reference: Reference): JsonSchema {
  switch (type.kind) {
    case 'builtin':
      return BUILTINS[type.jsonType] ?? {};
    case 'enum':
      // A later QEMU may well send a value that no schema knew; what is sent to it must be known.
      return isOpen ? { type: 'string' } : { enum: type.values.map(({ name }) => name) };
    case 'array':
      return { type: 'array', items: reference(type.element) };
    case 'alternate':
      return { anyOf: type.options.map(reference) };
    case 'object':
      return buildObject(source, type, isOpen, reference);
  }
}

function buildObject(source: TypeSource, type: ObjectEntry, isOpen: boolean, reference: Reference): JsonSchema {
  const branches = branchesOf(source, type);
  const [only, ...others] = branches;
  if (only && others.length === 0) return buildBranch(only, isOpen, reference);
  const isFlat = branches.every(({ tags }) => Object.keys(tags).length === 1);
  const schemas = branches.map((branch) => buildBranch(branch, isOpen, reference));
  if (!isFlat) return { anyOf: schemas };
  // The discriminator makes for one error instead of one a branch.
  return { type: 'object', required: [type.tag], discriminator: { propertyName: type.tag }, oneOf: schemas };
}

function buildBranch({ tags, members }: Branch, isOpen: boolean, reference: Reference): JsonSchema {
  const properties = members.map(({ name, type }) => [name, name in tags ? { const: tags[name] } : reference(type)]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: members.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
    additionalProperties: isOpen,
  };
}

function branchesOf(source: TypeSource, { members, tag, cases }: ObjectEntry): Branch[] {
  if (tag === undefined || cases.length === 0) return [{ tags: {}, members }];
  return cases.flatMap(({ value, type }) => {
    const object = source.type(type);
    const inner = object.kind === 'object' ? branchesOf(source, object) : [];
    return inner.map((branch) => ({
      tags: { [tag]: value, ...branch.tags },
      members: [...members, ...branch.members],
    }));
  });
}
