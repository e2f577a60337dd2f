import type { HypervCapabilities } from '../model.js';
import type { JsonValue } from './recording.js';
import { isObject } from './reply-shape.js';

/** Hyper-V enlightenments in libvirt's order; QEMU's property is `hv-` and the name with hyphens. */
const enlightenments = [
  'relaxed',
  'vapic',
  'spinlocks',
  'vpindex',
  'runtime',
  'synic',
  'stimer',
  'reset',
  'vendor_id',
  'frequencies',
  'reenlightenment',
  'tlbflush',
  'ipi',
  'evmcs',
  'avic',
  'emsr_bitmap',
  'xmm_input',
] as const;

/**
 * What KVM offers of Hyper-V, from the full expansion of `host` with `hv-passthrough`; undefined where the reply knows none
 * (before QEMU 8.0). Numbers and strings (`spinlocks`, `vendor_id`) count as offered whatever their value.
 */
export function interpretHyperv(reply: JsonValue | undefined): HypervCapabilities | undefined {
  const model = isObject(reply) ? reply.model : undefined;
  const props = isObject(model) && isObject(model.props) ? model.props : {};
  const features = enlightenments.filter((name) => {
    const value = props[`hv-${name.replaceAll('_', '-')}`];
    return value !== undefined && value !== false;
  });
  return features.length > 0 ? { supported: true, features } : undefined;
}
