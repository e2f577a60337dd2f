import { keyed } from '../arguments/argument.js';
import { acceleratorName } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';

const MIB_IN_KIB = 1024;

/** `-accel`: what runs the guest's instructions. */
export const accelOption: OptionBuilder = ({ definition }) => {
  const { features } = definition;
  const name = acceleratorName(definition);
  if (name === 'tcg') {
    const cacheKiB = features?.tcg?.tbCacheKiB;
    return [keyed('accel', name, { 'tb-size': cacheKiB === undefined ? undefined : Number(cacheKiB) / MIB_IN_KIB })];
  }
  const ring = features?.kvm?.dirtyRing;
  return [keyed('accel', name, { 'dirty-ring-size': name === 'kvm' && ring?.state ? ring.size : undefined })];
};
