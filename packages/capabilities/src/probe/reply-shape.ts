import type { JsonObject, JsonValue } from './recording.js';

type Unsure = JsonValue | undefined;

/** Whether the value is a JSON object. */
export function isObject(value: Unsure): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; empty where the value isn't a list. */
export function objectsOf(value: Unsure): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The strings of a list; empty where the value isn't a list. */
export function stringsOf(value: Unsure): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The member if it is a string. */
export function stringIn(object: Unsure, member: string): string | undefined {
  const value = isObject(object) ? object[member] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The member as a number, if it is one. */
export function numberIn(object: Unsure, member: string): number | undefined {
  const value = isObject(object) ? object[member] : undefined;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

/** Whether the member is true. */
export function trueIn(object: Unsure, member: string): boolean {
  return isObject(object) && object[member] === true;
}

/** The `name` members of a list of objects. */
export function namesOf(value: Unsure): string[] {
  return objectsOf(value).flatMap((item) => stringIn(item, 'name') ?? []);
}
