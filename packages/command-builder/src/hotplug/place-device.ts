import { type EmulatorCapabilities, type HostDescription, isArchitectureName } from '@virtkit/capabilities';
import { applyFormatRules, type DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { withDevices } from '../complete/change.js';
import { completeDomain } from '../complete/complete-domain.js';
import { assignUsbPorts } from '../complete/rules/usb-addresses.js';
import { assignAliases } from '../live/aliases.js';
import { indexBlockNodes } from '../live/block-indexes.js';
import { machineFamily } from '../machine/machine-family.js';
import {
  aliasOf,
  type DeviceEntry,
  type DeviceKind,
  type DevicePlace,
  placeOfAlias,
  withDevice,
} from './device-entry.js';

/** What a device is completed for. */
export interface PlaceOptions {
  readonly capabilities: EmulatorCapabilities;
  readonly host: HostDescription;
}

/** A definition with one more device in it. */
export interface PlacedDevice extends DevicePlace {
  readonly definition: DomainDefinition;
}

/** Completion keeps the names that users give: by one, the new device is found again among those put in order. */
const MARK = 'ua-virtkit-new-device';

/**
 * Adds a device to a definition for the next start, completed, with what it needs (controllers).
 * @param index its place in the list of its kind; after the others unless told
 * @throws VirtError as `completeDomain` does
 */
export function addDevice(
  definition: DomainDefinition,
  entry: { readonly kind: DeviceKind; readonly device: object },
  { capabilities, host }: PlaceOptions,
  index?: number,
): DomainDefinition {
  const more = applyFormatRules(withDevice(definition, entry, index));
  return completeDomain(more, capabilities, host, { origin: 'existing' }).definition;
}

/**
 * Adds a device to the definition of a running domain, with an address and an alias that are free; no other is changed.
 * @throws VirtError CONFIG_UNSUPPORTED if there is no place for it, else as `completeDomain` does
 */
export function placeDevice(
  live: DomainDefinition,
  { kind, device }: DeviceEntry,
  options: PlaceOptions,
): PlacedDevice {
  const own = aliasOf(device);
  const completed = addDevice(live, { kind, device: { ...device, alias: { name: MARK } } }, options);
  const place = placeOfAlias(completed, MARK);
  const controllers = (live.devices?.controllers?.length ?? 0) + (kind === 'controllers' ? 1 : 0);
  if (place === undefined || (completed.devices?.controllers?.length ?? 0) > controllers) throw noPlace();
  const list: readonly object[] = completed.devices?.[kind] ?? [];
  const { alias: _mark, ...unnamed }: { readonly alias?: unknown } = list[place.index] ?? {};
  const isNamed = own?.startsWith('ua-') === true;
  const placed = isNamed ? { ...unnamed, alias: { name: own } } : unnamed;
  const definition = indexBlockNodes(assignUsbPorts(withDevice(live, { kind, device: placed }, place.index)));
  if (definition.devices?.hubs?.length !== live.devices?.hubs?.length && kind !== 'hubs') throw noPlace();
  return { ...place, definition: isNamed ? definition : withFreeAlias(definition, place, options.capabilities) };
}

function noPlace(): VirtError {
  return new VirtError('CONFIG_UNSUPPORTED', 'no bus of the running domain has a free place for the device', {
    domain: 'QEMU',
  });
}

/** Names the device as a start would; where a device that came earlier has that name, by the next number. */
function withFreeAlias(
  definition: DomainDefinition,
  { kind, index }: DevicePlace,
  capabilities: EmulatorCapabilities,
): DomainDefinition {
  const { arch, machine = '' } = definition.os ?? {};
  const known = arch !== undefined && isArchitectureName(arch) ? arch : capabilities.arch;
  const named: readonly object[] = assignAliases(definition, machineFamily(known, machine)).devices?.[kind] ?? [];
  const own = named[index] ?? {};
  const taken = new Set(named.filter((_, at) => at !== index).map(aliasOf));
  const name = freeName(aliasOf(own) ?? kind, taken);
  return withDevices(definition, { [kind]: named.with(index, { ...own, alias: { name } }) });
}

function freeName(name: string, taken: ReadonlySet<string | undefined>): string {
  if (!taken.has(name)) return name;
  const word = name.replace(/\d+$/, '');
  let number = 0;
  while (taken.has(`${word}${number}`)) number++;
  return `${word}${number}`;
}
