import { type OptionalProperties, type Properties, present } from './properties.js';
import type { Text } from './text.js';

/** The options that take an object of QEMU's schema, which newer QEMU reads as JSON. */
export type ObjectOption = 'device' | 'netdev' | 'object' | 'blockdev' | 'audiodev';

/**
 * One option of the command line, not yet rendered.
 * - `flag`: `-S`
 * - `plain`: `-uuid 1ccf…`
 * - `verbatim`: an element of argv as it is, option or value
 * - `keyed`: `-smp 4,sockets=4`; `head` is the value that stands first without its key
 * - `object`: `-device {"driver":"pvpanic"}`, or `-device pvpanic` for a QEMU that reads no JSON there
 */
export type Argument =
  | { readonly kind: 'flag'; readonly option: string }
  | { readonly kind: 'plain'; readonly option: string; readonly text: Text }
  | { readonly kind: 'verbatim'; readonly text: string }
  | {
      readonly kind: 'keyed';
      readonly option: string;
      readonly head?: Text;
      readonly properties: readonly KeyedProperty[];
    }
  | ObjectArgument;

/** The arguments that hotplug knows, too: as `device_add`, `netdev_add`, `object-add` and `blockdev-add`. */
export interface ObjectArgument {
  readonly kind: 'object';
  readonly option: ObjectOption;
  readonly properties: Properties;
}

/** A key and its value; a key may come more than once, and one with null stands alone. */
export type KeyedProperty = readonly [key: string, value: Text | number | bigint | boolean | null];

/** `-S` */
export function flag(option: string): Argument {
  return { kind: 'flag', option };
}

/** `-uuid TEXT` */
export function plain(option: string, text: Text): Argument {
  return { kind: 'plain', option, text };
}

/** `-smp HEAD,key=value,…`; absent values are dropped. */
export function keyed(
  option: string,
  head: Text | undefined,
  properties: Readonly<Record<string, KeyedProperty[1] | undefined>> = {},
): Argument {
  const pairs: KeyedProperty[] = [];
  for (const key in properties) {
    const value = properties[key];
    if (value !== undefined) pairs.push([key, value]);
  }
  return keyedPairs(option, head, pairs);
}

/** As {@link keyed}, for keys that come more than once. */
export function keyedPairs(option: string, head: Text | undefined, properties: readonly KeyedProperty[]): Argument {
  return head === undefined ? { kind: 'keyed', option, properties } : { kind: 'keyed', option, head, properties };
}

function object(option: ObjectOption, ...groups: readonly OptionalProperties[]): ObjectArgument {
  return { kind: 'object', option, properties: present(...groups) };
}

/** `-device`: `driver`, then its properties, group by group. */
export function device(
  first: OptionalProperties & { readonly driver: string },
  ...more: readonly OptionalProperties[]
): ObjectArgument {
  return object('device', first, ...more);
}

/** `-netdev`: `type`, `id` and what the type takes. */
export function netdev(properties: OptionalProperties & { readonly type: string }): ObjectArgument {
  return object('netdev', properties);
}

/** `-object`: a user-creatable QOM object. */
export function qomObject(type: string, id: string, properties: OptionalProperties = {}): ObjectArgument {
  return object('object', { 'qom-type': type, id }, properties);
}

/** `-audiodev`: where sound goes on the host. */
export function audiodev(properties: OptionalProperties & { readonly id: string }): ObjectArgument {
  return object('audiodev', properties);
}

/** `-blockdev`: one node of the block graph. */
export function blockdev(properties: OptionalProperties): ObjectArgument {
  return object('blockdev', properties);
}
