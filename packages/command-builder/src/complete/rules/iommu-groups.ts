import type { HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition, PciAddress } from '@virtkit/domain-conf';
import { formatPciAddress } from '../../addresses/pci/pci-address.js';

/** The IOMMU group of each device of the host's that a definition gives away, where the host says so. */
export function iommuGroups(
  { devices = {} }: DomainDefinition,
  { devices: own }: HostDescription,
): Map<unknown, number> {
  const groups = new Map<unknown, number>();
  const note = (device: unknown, source: PciAddress | undefined) => {
    const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = source ?? {};
    const address = formatPciAddress({ domain, bus, slot, function: pciFunction });
    const group = own.pci.find((one) => one.address === address)?.iommuGroup;
    if (group !== undefined) groups.set(device, group);
  };
  for (const one of devices.interfaces ?? []) {
    if (one.type === 'hostdev' && one.source?.address?.type === 'pci') note(one, one.source.address);
  }
  for (const hostdev of devices.hostdevs ?? []) if (hostdev.type === 'pci') note(hostdev, hostdev.source?.address);
  return groups;
}
