import type { DomainDefinition } from '@virtkit/domain-conf';
import { withDevices } from '../complete/change.js';
import type { DeviceLists, DeviceOf, ListKind } from '../definition/devices.js';

/** The kinds of devices of which a domain may have several, by the names of their lists in a definition. */
export type DeviceKind = ListKind;

/** One device, by the kind of its list: `{ kind: 'rngs', device: { model: 'virtio', … } }`. */
export interface DeviceEntry {
  readonly kind: DeviceKind;
  readonly device: DeviceOf<DeviceKind>;
}

/** The place of a device in a definition. */
export interface DevicePlace {
  readonly kind: DeviceKind;
  /** Its place in the list of its kind. */
  readonly index: number;
}

/** The device at a place in the list of its kind; undefined where there is none. */
export function deviceAt<K extends DeviceKind>(
  { devices }: DomainDefinition,
  kind: K,
  index: number,
): DeviceOf<K> | undefined {
  const lists: DeviceLists = devices ?? {};
  return lists[kind]?.[index];
}

/** The definition with the device at a place, those from there on moved behind it; after the others of its kind unless told. */
export function withDevice(
  definition: DomainDefinition,
  { kind, device }: { readonly kind: DeviceKind; readonly device: object },
  index = definition.devices?.[kind]?.length ?? 0,
): DomainDefinition {
  const list: readonly object[] = definition.devices?.[kind] ?? [];
  return withDevices(definition, { [kind]: list.toSpliced(index, 0, device) });
}

/** The definition without the device at that place. */
export function withoutDevice(definition: DomainDefinition, { kind, index }: DevicePlace): DomainDefinition {
  const list: readonly object[] = definition.devices?.[kind] ?? [];
  return withDevices(definition, { [kind]: list.toSpliced(index, 1) });
}

/** The name by which a running QEMU knows a device; undefined where it has none. */
export function aliasOf(device: object | undefined): string | undefined {
  const alias: unknown = device === undefined ? undefined : Reflect.get(device, 'alias');
  const name: unknown = typeof alias === 'object' && alias !== null ? Reflect.get(alias, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Where the device of that alias is; undefined if there is none. */
export function placeOfAlias(definition: DomainDefinition, alias: string): DevicePlace | undefined {
  for (const { kind, index, device } of devicesOf(definition)) if (aliasOf(device) === alias) return { kind, index };
  return undefined;
}

/** All devices of the kinds of which there may be several, with their places. */
export function devicesOf(definition: DomainDefinition): readonly (DeviceEntry & DevicePlace)[] {
  const lists: DeviceLists = definition.devices ?? {};
  const found: (DeviceEntry & DevicePlace)[] = [];
  for (const kind in lists) {
    if (isListOf(lists, kind)) lists[kind]?.forEach((device, index) => void found.push({ kind, index, device }));
  }
  return found;
}

function isListOf(lists: DeviceLists, kind: string): kind is DeviceKind {
  return Array.isArray(Reflect.get(lists, kind));
}
