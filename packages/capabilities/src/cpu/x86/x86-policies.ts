import type { CpuDefinition, FeaturePolicy } from '../cpu-definition.js';
import { unknownFeature, unknownModel } from '../cpu-errors.js';
import { isX86Feature } from './x86-features.js';
import { type X86Model, x86Model } from './x86-models.js';

/** A CPU's model, and the features that it names, by policy; a host's count as required. */
export interface X86Policies {
  readonly model: X86Model;
  readonly named: ReadonlyMap<string, FeaturePolicy>;
}

/** @throws {VirtError} `INTERNAL_ERROR` for a model or feature that isn't known. */
export function policiesOf(cpu: CpuDefinition): X86Policies {
  const name = cpu.model?.name ?? '';
  const model = x86Model(name);
  if (!model) throw unknownModel(name);
  const named = new Map<string, FeaturePolicy>();
  for (const feature of cpu.features ?? []) {
    if (!isX86Feature(feature.name)) throw unknownFeature(feature.name);
    named.set(feature.name, feature.policy ?? 'require');
  }
  return { model, named };
}

/** Everything that the CPU has: the model's features and those asked for, without those taken away. */
export function featuresOf({ model, named }: X86Policies): Set<string> {
  const features = new Set(model.features);
  for (const [name, policy] of named) {
    if (policy === 'require' || policy === 'force') features.add(name);
    else if (policy === 'disable' || policy === 'forbid') features.delete(name);
  }
  return features;
}
