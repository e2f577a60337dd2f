import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/**
 * Path of the pseudo-terminal behind a console: the first one, or the device with the given alias.
 * @throws VirtError INTERNAL_ERROR, in libvirt's words, if there is none
 */
export function consoleTerminal({ devices }: DomainDefinition, alias: string | undefined): string {
  const candidates = [...(devices?.consoles ?? []), ...(devices?.serials ?? []), ...(devices?.parallels ?? [])];
  const device = alias === undefined ? candidates[0] : candidates.find((candidate) => candidate.alias?.name === alias);
  if (device === undefined) {
    throw new VirtError('INTERNAL_ERROR', `cannot find character device ${alias ?? '<default>'}`, { domain: 'QEMU' });
  }
  if (device.type !== 'pty' || device.source?.path === undefined) {
    throw new VirtError('INTERNAL_ERROR', `character device ${alias ?? '<default>'} is not using a PTY`, {
      domain: 'QEMU',
    });
  }
  return device.source.path;
}
