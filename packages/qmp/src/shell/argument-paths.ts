import type { MemberEntry, ObjectEntry, TypeEntry, TypeSource } from '../schema/schema-entry.js';

/** Something that can be typed before a `=`. */
export interface ArgumentPath {
  /** Such as `file.filename`. */
  readonly path: string;
  readonly type: TypeEntry;
  readonly isOptional: boolean;
}

/**
 * What arguments a type has, at the place `prefix` inside it, with what has been typed so far deciding on variants.
 *
 * @param typed Values by path, such as `driver` → `qcow2`.
 */
export function argumentPaths(
  source: TypeSource,
  typeName: string,
  prefix: readonly string[],
  typed: ReadonlyMap<string, string>,
): ArgumentPath[] {
  return pathsIn(source, typeName, prefix, '', typed);
}

function pathsIn(
  source: TypeSource,
  typeName: string,
  [step, ...rest]: readonly string[],
  place: string,
  typed: ReadonlyMap<string, string>,
): ArgumentPath[] {
  const type = source.type(typeName);
  const options = type.kind === 'alternate' ? type.options.map((option) => source.type(option)) : [type];
  const object = options.find((option) => option.kind === 'object');
  if (object?.kind !== 'object') return [];
  const members = membersOf(source, object, place, typed);
  if (step === undefined) {
    return members.map(({ name, type: memberType, isOptional }) => ({
      path: `${place}${name}`,
      type: source.type(memberType),
      isOptional,
    }));
  }
  const member = members.find(({ name }) => name === step);
  return member ? pathsIn(source, member.type, rest, `${place}${step}.`, typed) : [];
}

/** The members there are anyway, and those of the variant that was chosen. */
function membersOf(
  source: TypeSource,
  object: ObjectEntry,
  place: string,
  typed: ReadonlyMap<string, string>,
): MemberEntry[] {
  const chosen = object.cases.find(({ value }) => value === typed.get(`${place}${object.tag}`));
  const variant = chosen && source.type(chosen.type);
  return [...object.members, ...(variant?.kind === 'object' ? membersOf(source, variant, place, typed) : [])];
}
