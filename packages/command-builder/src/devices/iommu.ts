import { device } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';
import { addressProperties } from './device-address.js';

/** An IOMMU for the guest. */
export const iommuOption: OptionBuilder = (context) => {
  const { iommu } = context.definition.devices ?? {};
  if (iommu === undefined) return [];
  const { driver } = iommu;
  const onOff = (state: boolean | undefined) => (state === undefined ? undefined : state ? 'on' : 'off');
  switch (iommu.model) {
    case 'intel':
      return [
        device({
          driver: 'intel-iommu',
          id: iommu.alias?.name,
          intremap: onOff(driver?.intremap),
          'caching-mode': driver?.cachingMode,
          eim: onOff(driver?.eim),
          'device-iotlb': driver?.iotlb,
          'aw-bits': driver?.awBits,
          'dma-translation': driver?.dmaTranslation,
        }),
      ];
    case 'virtio':
      return [device({ driver: 'virtio-iommu', id: iommu.alias?.name, ...addressProperties(iommu.address, context) })];
    default:
      return [];
  }
};
