import type { DomainDefinition } from '@virtkit/domain-conf';
import type { DeviceAddress } from '../../definition/devices.js';
import { withDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

type PciAddress = Extract<DeviceAddress, { type: 'pci' }>;

/** Function 0 of a slot tells of the others, unless the definition says that it doesn't. */
export const multifunctionSlots: CompletionRule = {
  name: 'several functions in one slot',
  apply: (definition) => {
    const shared = sharedSlots(definition);
    if (shared.size === 0) return definition;
    const changed: Record<string, unknown> = {};
    for (const [kind, value] of Object.entries(definition.devices ?? {})) {
      const next = Array.isArray(value) ? value.map((one) => told(one, shared)) : told(value, shared);
      const same =
        Array.isArray(value) && Array.isArray(next) ? value.every((one, index) => one === next[index]) : value === next;
      if (!same) changed[kind] = next;
    }
    return Object.keys(changed).length === 0 ? definition : withDevices(definition, changed);
  },
};

function told(device: unknown, shared: ReadonlySet<string>): unknown {
  const address = pciAddressOf(device);
  if (address === undefined || address.multifunction !== undefined || (address.function ?? 0) !== 0) return device;
  if (typeof device !== 'object' || !shared.has(slotOf(address))) return device;
  return { ...device, address: { ...address, multifunction: true } };
}

/** The slots of which another function than the first is in use. */
function sharedSlots({ devices = {} }: DomainDefinition): Set<string> {
  const addresses = Object.values(devices).flat().map(pciAddressOf);
  return new Set(
    addresses.flatMap((address) => (address === undefined || (address.function ?? 0) === 0 ? [] : [slotOf(address)])),
  );
}

function slotOf({ domain = 0, bus = 0, slot = 0 }: PciAddress): string {
  return `${domain}:${bus}:${slot}`;
}

function pciAddressOf(device: unknown): PciAddress | undefined {
  if (!isAddressed(device) || device.address?.type !== 'pci') return undefined;
  return device.address.slot === undefined && device.address.bus === undefined ? undefined : device.address;
}

function isAddressed(device: unknown): device is { readonly address?: DeviceAddress } {
  return typeof device === 'object' && device !== null && 'address' in device && typeof device.address === 'object';
}
