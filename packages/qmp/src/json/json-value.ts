/**
 * An integer of up to 64 bits, exact: a `number` where that is safe (up to 2^53 − 1 either way), else a `bigint`.
 * QEMU 7.2 and 10.0 do send larger ones, such as the default value 18446744073709551615 of a property.
 */
export type JsonInteger = number | bigint;

/** What JSON can hold, with integers kept exact. */
export type JsonValue = null | boolean | JsonInteger | string | readonly JsonValue[] | JsonObject;

/** A JSON object. A member that is `undefined` is as good as absent, and is not sent. */
export interface JsonObject {
  readonly [member: string]: JsonValue | undefined;
}

/** Whether a value is a JSON object, neither an array nor `null`. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object without members. */
export type NoMembers = Record<string, never>;
