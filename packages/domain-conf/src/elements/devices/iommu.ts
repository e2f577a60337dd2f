import { attribute, child, element, oneOf, onOff, record, required, uint } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';

/** An IOMMU for the guest. */
export const iommu = element(
  'iommu',
  {
    model: attribute(oneOf('intel', 'smmuv3', 'virtio'), required),
    driver: child(
      record({
        intremap: attribute(onOff),
        cachingMode: attribute(onOff, { name: 'caching_mode' }),
        eim: attribute(onOff),
        iotlb: attribute(onOff),
        awBits: attribute(uint, { name: 'aw_bits' }),
        dmaTranslation: attribute(onOff, { name: 'dma_translation' }),
      }),
    ),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'An IOMMU for the guest.' },
);
