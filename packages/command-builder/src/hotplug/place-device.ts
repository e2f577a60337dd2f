import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import { isArchitectureName } from '@virtkit/capabilities';
import { applyFormatRules, type DomainDefinition, type FormatRulesOptions } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { completeDomain } from '../complete/complete-domain.js';
import { assignUsbPorts } from '../complete/rules/usb-addresses.js';
import { assignAliases } from '../live/aliases.js';
import { machineFamily } from '../machine/machine-family.js';
import { type DeviceEntry, deviceAt, deviceCount, withDevice, withReplacedDevice } from './device-entry.js';

/** What a device is completed for. */
export interface PlaceOptions {
  readonly capabilities: EmulatorCapabilities;
  readonly host: HostDescription;
  /** Draws what is random in a device that doesn't say it: its MAC address. */
  readonly randomBytes?: FormatRulesOptions['randomBytes'];
}

/**
 * Adds a device to a definition for the next start: completed, as all that it needs is (controllers).
 * @throws VirtError as `completeDomain` does
 */
export function addDevice(definition: DomainDefinition, entry: DeviceEntry, options: PlaceOptions): DomainDefinition {
  const { capabilities, host, randomBytes } = options;
  const formatted = applyFormatRules(withDevice(definition, entry), randomBytes === undefined ? {} : { randomBytes });
  return completeDomain(formatted, capabilities, host, { origin: 'existing' }).definition;
}

/**
 * Adds a device to the definition of a running domain, after the others of its kind, with an address and an alias that
 * are free; nothing else is changed.
 * @throws VirtError CONFIG_UNSUPPORTED if there is no place for it, else as `completeDomain` does
 */
export function placeDevice(live: DomainDefinition, entry: DeviceEntry, options: PlaceOptions): DomainDefinition {
  const { kind } = entry;
  const completed = addDevice(live, entry, options);
  const before = deviceCount(live, 'controllers') + (kind === 'controllers' ? 1 : 0);
  if (deviceCount(completed, 'controllers') > before) {
    throw new VirtError('CONFIG_UNSUPPORTED', 'no bus of the running domain has a free place for the device', {
      domain: 'QEMU',
    });
  }
  const device = addedDevice(live, completed, kind);
  if (device === undefined) {
    throw new VirtError('CONFIG_UNSUPPORTED', `the domain can't have one more of '${kind}'`, { domain: 'QEMU' });
  }
  return withFreeAlias(assignUsbPorts(withDevice(live, device)), kind, options);
}

/** The device of that kind that the completed definition has and the running one has not. */
function addedDevice(
  live: DomainDefinition,
  completed: DomainDefinition,
  kind: DeviceEntry['kind'],
): DeviceEntry | undefined {
  const count = deviceCount(live, kind);
  if (deviceCount(completed, kind) !== count + 1) return undefined;
  return entryAt(completed, kind, count);
}

/** The device at a place, with its kind. */
export function entryAt(
  definition: DomainDefinition,
  kind: DeviceEntry['kind'],
  index: number,
): DeviceEntry | undefined {
  return undefined;
}

function withFreeAlias(
  definition: DomainDefinition,
  kind: DeviceEntry['kind'],
  { capabilities }: PlaceOptions,
): DomainDefinition {
  const { arch, machine = '' } = definition.os ?? {};
  const known = arch !== undefined && isArchitectureName(arch) ? arch : capabilities.arch;
  return assignAliases(definition, machineFamily(known, machine));
}
