import type { PciAddress } from '../addresses/pci/pci-address.js';
import type { PciPlace } from '../addresses/pci/plan.js';
import type { DeviceAddress } from './devices.js';

/** The PCI address that a definition gives; undefined where it leaves the choice, wholly or but for the bus type. */
export function toPciAddress(address: DeviceAddress | undefined): PciAddress | undefined {
  if (address?.type !== 'pci' || (address.bus === undefined && address.slot === undefined)) return undefined;
  const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = address;
  return { domain, bus, slot, function: pciFunction };
}

/** A place on a PCI bus as a definition writes it. */
export function toDeviceAddress({ address, multifunction }: PciPlace): DeviceAddress {
  const { domain, bus, slot, function: pciFunction } = address;
  return { type: 'pci', domain, bus, slot, function: pciFunction, ...(multifunction ? { multifunction: true } : {}) };
}
