import type { DomainDefinition } from '@virtkit/domain-conf';
import { withDevices } from '../complete/change.js';
import type { DeviceLists, DeviceOf, ListKind } from '../definition/devices.js';

/** One device, by the kind of its list: `{ kind: 'rngs', device: { model: 'virtio', … } }`. */
export type DeviceEntry = { [K in ListKind]: { readonly kind: K; readonly device: DeviceOf<K> } }[ListKind];

/** The device at a place in the list of its kind; undefined where there is none. */
export function deviceAt<K extends ListKind>(
  { devices }: DomainDefinition,
  kind: K,
  index: number,
): DeviceOf<K> | undefined {
  const lists: DeviceLists = devices ?? {};
  return lists[kind]?.[index];
}

/** How many devices of a kind a definition has. */
export function deviceCount({ devices }: DomainDefinition, kind: ListKind): number {
  return devices?.[kind]?.length ?? 0;
}

/** The definition with the device after the others of its kind. */
export function withDevice(definition: DomainDefinition, { kind, device }: DeviceEntry): DomainDefinition {
  return withDevices(definition, { [kind]: [...(definition.devices?.[kind] ?? []), device] });
}

/** The definition without the device at that place. */
export function withoutDevice(definition: DomainDefinition, kind: ListKind, index: number): DomainDefinition {
  return withDevices(definition, { [kind]: (definition.devices?.[kind] ?? []).filter((_, at) => at !== index) });
}

/** The definition with another device at that place. */
export function withReplacedDevice(
  definition: DomainDefinition,
  { kind, device }: DeviceEntry,
  index: number,
): DomainDefinition {
  const list = definition.devices?.[kind] ?? [];
  return withDevices(definition, { [kind]: list.map((other, at) => (at === index ? device : other)) });
}
