import type { CpuComparison } from './cpu-comparison.js';
import type { CpuDefinition } from './cpu-definition.js';
import { unsupportedArch } from './cpu-errors.js';
import { comparePpc64 } from './ppc64/compare-ppc64.js';
import { compareX86 } from './x86/compare-x86.js';

/**
 * Compares the host's CPU with one that a guest asks for, or with another host's. x86 and ppc64.
 *
 * @throws {VirtError} `INTERNAL_ERROR` for a model or feature that isn't known, `NO_SUPPORT` for another architecture.
 */
export function compareCpu(host: CpuDefinition, cpu: CpuDefinition): CpuComparison {
  const arch = host.arch ?? '';
  if (cpu.arch !== undefined && cpu.arch !== arch) return 'incompatible';
  switch (arch) {
    case 'x86_64':
    case 'i686':
      return compareX86(host, cpu);
    case 'ppc64':
    case 'ppc64le':
      return comparePpc64(host, cpu);
    default:
      throw unsupportedArch(arch);
  }
}
