import type { CpuDefinition } from './cpu-definition.js';
import { unknownFeature, unsupportedArch } from './cpu-errors.js';
import { isX86Feature, sortX86Features } from './x86/x86-features.js';
import { featuresOf, policiesOf } from './x86/x86-policies.js';

/**
 * Everything that the CPU has, its model's features among them, in libvirt's order. x86.
 *
 * @throws {VirtError} `INTERNAL_ERROR` for a model or feature that isn't known, `NO_SUPPORT` for another architecture.
 */
export function expandCpu(cpu: CpuDefinition, arch: string = cpu.arch ?? 'x86_64'): string[] {
  if (arch !== 'x86_64' && arch !== 'i686') throw unsupportedArch(arch);
  return sortX86Features(featuresOf(policiesOf(cpu)));
}

/**
 * Whether the CPU has the feature. x86.
 *
 * @throws {VirtError} as `expandCpu`; `INTERNAL_ERROR` for a feature that isn't known.
 */
export function hasCpuFeature(cpu: CpuDefinition, feature: string): boolean {
  if (!isX86Feature(feature)) throw unknownFeature(feature);
  return expandCpu(cpu).includes(feature);
}

/**
 * A guest's CPU as it turned out when the emulator had started: what it gave beyond the request is required, what it
 * couldn't give is disabled. x86.
 *
 * @throws {VirtError} `INTERNAL_ERROR` for a model or feature that isn't known.
 */
export function updateLiveCpu(
  cpu: CpuDefinition,
  { enabled, disabled }: { enabled: ReadonlySet<string>; disabled: ReadonlySet<string> },
): CpuDefinition {
  const { model, named } = policiesOf(cpu);
  const asked = featuresOf({ model, named });
  const lost = new Set([...asked].filter((name) => disabled.has(name)));
  const kept = (cpu.features ?? []).filter(({ name }) => !lost.has(name) && !(enabled.has(name) && !asked.has(name)));
  const gained = sortX86Features([...enabled].filter((name) => !asked.has(name)));
  return {
    ...cpu,
    features: [
      ...kept,
      ...gained.map((name) => ({ policy: 'require' as const, name })),
      ...sortX86Features(lost).map((name) => ({ policy: 'disable' as const, name })),
    ],
  };
}
