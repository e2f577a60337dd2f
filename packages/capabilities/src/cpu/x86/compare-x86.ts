import type { CpuComparison } from '../cpu-comparison.js';
import type { CpuDefinition } from '../cpu-definition.js';
import { featuresOf, policiesOf } from './x86-policies.js';

/** What the host's CPU is to one that is asked for. */
export function compareX86(host: CpuDefinition, cpu: CpuDefinition): CpuComparison {
  const given = featuresOf(policiesOf(host));
  const { model, named } = policiesOf(cpu);
  if (cpu.vendor !== undefined && cpu.vendor !== host.vendor) return 'incompatible';
  const policy = (name: string) => named.get(name) ?? (model.features.has(name) ? 'require' : undefined);
  for (const name of new Set([...model.features, ...named.keys()])) {
    if (policy(name) === 'require' && !given.has(name)) return 'incompatible';
    if (policy(name) === 'forbid' && given.has(name)) return 'incompatible';
  }
  const beyond = [...given].some((name) => policy(name) === undefined);
  if (!beyond) return 'identical';
  return cpu.match === 'strict' ? 'incompatible' : 'superset';
}
