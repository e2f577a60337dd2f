import { attribute, element, type Fields, onOff } from '@virtkit/xml';

/** What the `<driver>` of every virtio device can say; the elements that hold more begin or end with these. */
export const virtioOptions = {
  iommu: attribute(onOff),
  ats: attribute(onOff),
  packed: attribute(onOff),
  pagePerVq: attribute(onOff, { name: 'page_per_vq' }),
} satisfies Fields;

/** The `<driver>` of a virtio device that has no other options. */
export const virtioDriver = element('driver', virtioOptions, { about: 'How the virtio device works.' });
