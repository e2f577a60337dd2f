import type { DomainDefinition } from '@virtkit/domain-conf';

const PTY = 'pty:';

/**
 * Notes in an active definition which pseudo-terminals QEMU opened for its character devices.
 * @param devices where each leads, by QEMU's id: `charserial0` → `pty:/dev/pts/3`
 */
export function fillInCharacterDevices(
  definition: DomainDefinition,
  devices: ReadonlyMap<string, string>,
): DomainDefinition {
  return definition;
}
