import type { Text } from './text.js';

/** A value of a property: a bigint where an integer may exceed 2^53. */
export type PropertyValue = Text | number | bigint | boolean | null | Properties | PropertyList;

/** Properties in the order of the command line. */
export interface Properties {
  readonly [name: string]: PropertyValue;
}

/** A list, as a member of properties. It is wrapped, so that it can't be mistaken for the parts of a text. */
export interface PropertyList {
  readonly list: readonly PropertyValue[];
}

/** Properties of which some may be absent. */
export interface OptionalProperties {
  readonly [name: string]: PropertyValue | undefined;
}

/**
 * The properties of all groups in their order, without the absent ones. Groups of a fixed shape each cost far less than one
 * object into which they are spread, as most of their properties are absent.
 */
export function present(...groups: readonly OptionalProperties[]): Properties {
  const kept: Record<string, PropertyValue> = {};
  for (const group of groups) {
    for (const name in group) {
      const value = group[name];
      if (value !== undefined) kept[name] = value;
    }
  }
  return kept;
}

/** A list as a property. */
export function list(items: readonly PropertyValue[]): PropertyList {
  return { list: items };
}

/** Whether a value is a list. */
export function isPropertyList(value: PropertyValue): value is PropertyList {
  return typeof value === 'object' && value !== null && 'list' in value && Array.isArray(value.list);
}

/** Whether a value is text: a string, a reference to a descriptor, or parts of both kinds. */
export function isText(value: PropertyValue): value is Text {
  return (
    typeof value === 'string' ||
    Array.isArray(value) ||
    (typeof value === 'object' && value !== null && 'descriptor' in value)
  );
}
