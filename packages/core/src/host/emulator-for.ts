import type { HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/** Path of the installed emulator for an architecture. @throws VirtError CONFIG_UNSUPPORTED if there is none */
export function installedEmulator(arch: string, host: HostDescription): string {
  const installed = Object.entries(host.programs.emulators).find(([name]) => name === arch)?.[1];
  if (installed !== undefined) return installed;
  throw new VirtError('CONFIG_UNSUPPORTED', `No emulator found for arch '${arch}'; install qemu-system-${arch}`, {
    domain: 'QEMU',
  });
}

/**
 * Path of the emulator that a definition names, or the installed one for its architecture.
 * @throws VirtError CONFIG_UNSUPPORTED if none is installed
 */
export function emulatorFor({ devices, os }: Partial<DomainDefinition>, host: HostDescription): string {
  return devices?.emulator ?? installedEmulator(os?.arch ?? host.arch, host);
}
