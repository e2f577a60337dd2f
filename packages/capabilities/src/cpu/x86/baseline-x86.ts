import type { BaselineOptions } from '../baseline-options.js';
import type { CpuDefinition } from '../cpu-definition.js';
import { incompatible, unsupportedConfiguration } from '../cpu-errors.js';
import { decodeX86Cpu } from './decode-cpu.js';
import { unmigratableFeatures } from './features.js';
import type { X86Vendor } from './models/model-row.js';
import { sortX86Features } from './x86-features.js';
import { featuresOf, policiesOf } from './x86-policies.js';

/** What all the CPUs have, as one of their models if that will do: see `baselineCpu`. */
export function baselineX86(cpus: readonly CpuDefinition[], options: BaselineOptions): CpuDefinition {
  const policies = cpus.map(policiesOf);
  const vendors = new Set(cpus.map((cpu, index) => cpu.vendor ?? policies[index]?.model.vendor));
  if (vendors.size > 1) throw incompatible('CPU vendors do not match');
  const [first = new Set<string>(), ...others] = policies.map(featuresOf);
  const shared = [...first].filter((name) => others.every((features) => features.has(name)));
  const features = new Set(shared.filter((name) => !options.migratable || !unmigratableFeatures.has(name)));
  const [vendor] = vendors;
  const common = { features, ...(isVendor(vendor) && { vendor }) };
  const allowed = (name: string) => options.models?.includes(name) ?? true;
  const own = new Set(policies.map(({ model }) => model.name));
  const decoded =
    decodeX86Cpu(common, { type: 'guest', among: ({ name }) => own.has(name) && allowed(name) }) ??
    decodeX86Cpu(common, { type: 'guest', among: ({ name }) => allowed(name) });
  if (!decoded) throw unsupportedConfiguration('Cannot find suitable CPU model for given data');
  const { model } = decoded;
  const named = cpus.some((cpu) => cpu.vendor !== undefined);
  return {
    mode: 'custom',
    match: 'exact',
    model: { fallback: cpus.length === 1 ? 'forbid' : 'allow', name: model.name },
    ...(named && vendor !== undefined && { vendor }),
    features: [
      ...(options.expand ? sortX86Features(features) : decoded.require).map((name) => ({
        policy: 'require' as const,
        name,
      })),
      ...decoded.disable.map((name) => ({ policy: 'disable' as const, name })),
    ],
  };
}

function isVendor(name: string | undefined): name is X86Vendor {
  return name === 'Intel' || name === 'AMD' || name === 'Hygon';
}
