import type { CpuComparison } from '../cpu-comparison.js';
import type { CpuDefinition } from '../cpu-definition.js';
import { unknownModel } from '../cpu-errors.js';
import { ppc64Models } from './ppc64-models.js';

/** Compatibility modes: a newer CPU behaves as an older one. In the order of age. */
const compatibilityModes: readonly string[] = ['power6', 'power7', 'power8', 'power9', 'power10', 'power11'];

/** What the host's CPU is to one that is asked for. A model of POWER fits none but itself. */
export function comparePpc64(host: CpuDefinition, cpu: CpuDefinition): CpuComparison {
  const hostModel = requirePpc64Model(host.model?.name ?? '');
  const asked = cpu.model?.name;
  if (cpu.mode === 'host-model') {
    if (asked === undefined) return 'identical';
    const mode = compatibilityModes.indexOf(asked);
    if (mode < 0) throw unknownModel(asked);
    return mode <= compatibilityModes.indexOf(hostModel.toLowerCase()) ? 'identical' : 'incompatible';
  }
  return requirePpc64Model(asked ?? '') === hostModel ? 'identical' : 'incompatible';
}

/** @throws {VirtError} `INTERNAL_ERROR` for a model that isn't known. */
export function requirePpc64Model(name: string): string {
  if (!ppc64Models.some((model) => model.name === name)) throw unknownModel(name);
  return name;
}
