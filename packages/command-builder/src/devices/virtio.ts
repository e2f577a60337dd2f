import type { OptionalProperties } from '../arguments/properties.js';
import type { DeviceAddress } from '../definition/devices.js';

const SUFFIXES = { pci: 'pci', ccw: 'ccw', 'virtio-s390': 's390', 'virtio-mmio': 'device' } as const;

/** QEMU's name of a virtio device: `virtio-blk` on a PCI bus is `virtio-blk-pci`, and on the others accordingly. */
export function virtioDriver(base: string, address: DeviceAddress | undefined, model?: string): string {
  const type = address?.type;
  const suffix = type === 'ccw' || type === 'virtio-s390' || type === 'virtio-mmio' ? SUFFIXES[type] : SUFFIXES.pci;
  const variant = model?.startsWith('virtio-') ? model.slice('virtio'.length) : '';
  return variant === '-transitional' || variant === '-non-transitional'
    ? `${base}-${suffix}${variant}`
    : `${base}-${suffix}`;
}

/** What the `<driver>` of every virtio device can say. */
export interface VirtioOptions {
  readonly iommu?: boolean;
  readonly ats?: boolean;
  readonly packed?: boolean;
  readonly pagePerVq?: boolean;
}

/** The properties of {@link VirtioOptions}. */
export function virtioProperties(driver: VirtioOptions | undefined): OptionalProperties {
  return {
    iommu_platform: driver?.iommu,
    ats: driver?.ats,
    packed: driver?.packed,
    'page-per-vq': driver?.pagePerVq,
  };
}
