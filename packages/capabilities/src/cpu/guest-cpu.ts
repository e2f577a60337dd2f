import type { CpuDefinition } from './cpu-definition.js';
import { unsupportedArch } from './cpu-errors.js';
import { guestPpc64, updatePpc64 } from './ppc64/guest-ppc64.js';
import { guestX86, updateX86 } from './x86/guest-x86.js';

/**
 * Settles what a guest's CPU leaves open, by the host's: `host-model` and a minimum become the host's model and features,
 * an optional feature is required where the host has it and disabled where not. x86 and ppc64.
 *
 * @throws {VirtError} `INTERNAL_ERROR` for a model or feature that isn't known, `NO_SUPPORT` for another architecture.
 */
export function updateGuestCpu(guest: CpuDefinition, host: CpuDefinition): CpuDefinition {
  switch (host.arch) {
    case 'x86_64':
    case 'i686':
      return updateX86(guest, host);
    case 'ppc64':
    case 'ppc64le':
      return updatePpc64(guest);
    default:
      throw unsupportedArch(host.arch ?? '');
  }
}

/**
 * The CPU to give to a guest that asks for one on the host, in terms of the models that its emulator has: a model that it
 * hasn't is translated to one that it has, unless the guest forbids that.
 *
 * @param models names of the emulator's models; any will do without them.
 * @throws {VirtError} `CPU_INCOMPATIBLE` where the host hasn't what the guest needs, `CONFIG_UNSUPPORTED` where no model will
 * do, and as `updateGuestCpu`.
 */
export function guestCpu(guest: CpuDefinition, host: CpuDefinition, models?: readonly string[]): CpuDefinition {
  switch (host.arch) {
    case 'x86_64':
    case 'i686':
      return guestX86(guest, host, models);
    case 'ppc64':
    case 'ppc64le':
      return guestPpc64(guest, host, models);
    default:
      throw unsupportedArch(host.arch ?? '');
  }
}
