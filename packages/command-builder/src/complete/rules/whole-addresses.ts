import type { DeviceAddress } from '../../definition/devices.js';
import { withDefaults, withDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** What an address leaves out of its numbers is 0. */
export const wholeAddresses: CompletionRule = {
  name: 'numbers left out of the address',
  apply: (definition) => {
    const changed: Record<string, unknown> = {};
    for (const [kind, value] of Object.entries(definition.devices ?? {})) {
      const next = Array.isArray(value) ? value.map(withWholeAddress) : withWholeAddress(value);
      const same =
        Array.isArray(value) && Array.isArray(next) ? value.every((one, index) => one === next[index]) : value === next;
      if (!same) changed[kind] = next;
    }
    return Object.keys(changed).length === 0 ? definition : withDevices(definition, changed);
  },
};

interface Addressed {
  readonly address: DeviceAddress;
}

function withWholeAddress(device: unknown): unknown {
  if (!isAddressed(device)) return device;
  const address = wholeAddress(device.address);
  return address === device.address ? device : { ...device, address };
}

function isAddressed(device: unknown): device is Addressed {
  return typeof device === 'object' && device !== null && 'address' in device && typeof device.address === 'object';
}

function wholeAddress(address: DeviceAddress): DeviceAddress {
  switch (address.type) {
    case 'pci':
      if (address.slot === undefined && address.bus === undefined) return address;
      return withDefaults(address, { domain: 0, bus: 0, slot: 0, function: 0 });
    case 'drive':
      return withDefaults(address, { controller: 0, bus: 0, target: 0, unit: 0 });
    case 'virtio-serial':
      return withDefaults(address, { controller: 0, bus: 0 });
    default:
      return address;
  }
}
