import { some } from '../given.js';
import type { Parameters } from '../parameters.js';

/** What the `<driver>` of every virtio device can say. */
export function virtioOptions(parameters: Parameters) {
  return {
    iommu: parameters.flag('iommu_platform'),
    ats: parameters.flag('ats'),
    packed: parameters.flag('packed'),
    pagePerVq: parameters.flag('page-per-vq'),
  };
}

/** The `<driver>` of a virtio device that says nothing else there. */
export function virtioDriverOptions(parameters: Parameters) {
  return some(virtioOptions(parameters));
}
