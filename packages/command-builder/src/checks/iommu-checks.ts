import { machineOf } from '../complete/completion-context.js';
import { type DefinitionCheck, invalid, unsupported } from './check.js';

/** Which machines have which IOMMU, and where it sits. */
export const iommuFits: DefinitionCheck = (definition, context) => {
  const { iommu } = definition.devices ?? {};
  if (iommu === undefined) return;
  const { family } = machineOf(definition, context);
  const { model, address } = iommu;
  if (model === 'intel' && family !== 'q35') {
    unsupported("IOMMU device: 'intel' is only supported with Q35 machines");
  }
  if (model === 'smmuv3' && family !== 'arm-virt') {
    unsupported("IOMMU device: 'smmuv3' is only supported with ARM Virt machines");
  }
  if (model !== 'virtio') return;
  if (family !== 'q35' && family !== 'arm-virt') {
    unsupported("IOMMU device: 'virtio' is only supported with Q35 and ARM Virt machines");
  }
  if (definition.features?.acpi !== true) unsupported("IOMMU device: 'virtio' requires ACPI");
  if (address === undefined) return;
  if (address.type !== 'pci') unsupported("IOMMU device: 'virtio' needs a PCI address");
  const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = address;
  if (bus === 0) return;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const place = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${pciFunction}`;
  invalid(`The device at PCI address ${place} needs to be an integrated device (bus=0)`);
};
