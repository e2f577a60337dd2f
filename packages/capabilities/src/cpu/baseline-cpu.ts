import { VirtError } from '@virtkit/errors';
import type { BaselineOptions } from './baseline-options.js';
import type { CpuDefinition } from './cpu-definition.js';
import { incompatible, unsupportedArch } from './cpu-errors.js';
import { requirePpc64Model } from './ppc64/compare-ppc64.js';
import { baselineX86 } from './x86/baseline-x86.js';

/**
 * The richest CPU that all of these hosts can give to a guest. x86 and ppc64.
 *
 * @throws {VirtError} `INVALID_ARG` without a CPU, `CPU_INCOMPATIBLE` where they have too little in common,
 * `INTERNAL_ERROR` for a model or feature that isn't known, `NO_SUPPORT` for another architecture.
 */
export function baselineCpu(cpus: readonly CpuDefinition[], options: BaselineOptions = {}): CpuDefinition {
  const [first] = cpus;
  if (!first) throw new VirtError('INVALID_ARG', 'no CPUs given', { domain: 'CPU' });
  const arch = first.arch ?? '';
  if (cpus.some((cpu) => cpu.arch !== first.arch)) throw incompatible('CPUs are of different architectures');
  switch (arch) {
    case 'x86_64':
    case 'i686':
      return baselineX86(cpus, options);
    case 'ppc64':
    case 'ppc64le':
      return baselinePpc64(cpus);
    default:
      throw unsupportedArch(arch);
  }
}

function baselinePpc64(cpus: readonly CpuDefinition[]): CpuDefinition {
  const models = new Set(cpus.map((cpu) => requirePpc64Model(cpu.model?.name ?? '')));
  const vendors = new Set(cpus.flatMap((cpu) => cpu.vendor ?? []));
  if (models.size > 1) throw incompatible('CPUs are incompatible');
  if (vendors.size > 1) throw incompatible('CPU vendors do not match');
  const [name = ''] = models;
  return { mode: 'custom', match: 'exact', model: { fallback: 'forbid', name } };
}
