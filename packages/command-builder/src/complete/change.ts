import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Controller, DeviceLists, DeviceOf, Devices, ListKind } from '../definition/devices.js';

/** The definition with some kinds of devices replaced. */
export function withDevices(definition: DomainDefinition, devices: Partial<Devices>): DomainDefinition {
  return { ...definition, devices: { ...definition.devices, ...devices } };
}

/** Replaces each device of a kind by what `change` makes of it; the same definition if that is the same each time. */
export function changeDevices<K extends ListKind>(
  definition: DomainDefinition,
  kind: K,
  change: (device: DeviceOf<K>, index: number) => DeviceOf<K>,
): DomainDefinition {
  const lists: DeviceLists = definition.devices ?? {};
  const devices = lists[kind];
  if (devices === undefined || devices.length === 0) return definition;
  const changed = devices.map(change);
  if (changed.every((device, index) => device === devices[index])) return definition;
  return { ...definition, devices: { ...definition.devices, [kind]: changed } };
}

/** Adds devices after those of their kind. */
export function addDevices<K extends ListKind>(
  definition: DomainDefinition,
  kind: K,
  ...added: readonly DeviceOf<K>[]
): DomainDefinition {
  if (added.length === 0) return definition;
  const lists: DeviceLists = definition.devices ?? {};
  return { ...definition, devices: { ...definition.devices, [kind]: [...(lists[kind] ?? []), ...added] } };
}

/** Adds a controller after those of its type with a lower index, or after all others if it is the first of its type. */
export function addController(definition: DomainDefinition, controller: Controller): DomainDefinition {
  const controllers = definition.devices?.controllers ?? [];
  return withDevices(definition, { controllers: withController(controllers, controller) });
}

/** The controllers with one more, in the place that {@link addController} tells; a USB controller before its companions. */
export function withController(controllers: readonly Controller[], added: Controller): Controller[] {
  const index = added.index ?? 0;
  const companion =
    added.type === 'usb' && !isCompanion(added)
      ? controllers.findIndex((one) => (one.index ?? 0) === index && isCompanion(one))
      : -1;
  if (companion >= 0) return controllers.toSpliced(companion, 0, added);
  const last = controllers.findLastIndex((one) => one.type === added.type && (one.index ?? 0) <= index);
  const first = last >= 0 ? -1 : controllers.findIndex((one) => one.type === added.type);
  const at = last >= 0 ? last + 1 : first >= 0 ? first : controllers.length;
  return controllers.toSpliced(at, 0, added);
}

function isCompanion(controller: Controller): boolean {
  if (controller.type !== 'usb') return false;
  return controller.master !== undefined || controller.model?.startsWith('ich9-uhci') === true;
}

/** The value with defaults for what it lacks; the same value if it lacks nothing. */
export function withDefaults<T extends object>(value: T, defaults: Partial<T>): T {
  const missing: Partial<T> = {};
  let any = false;
  for (const key in defaults) {
    if (value[key] !== undefined || defaults[key] === undefined) continue;
    missing[key] = defaults[key];
    any = true;
  }
  return any ? { ...value, ...missing } : value;
}
