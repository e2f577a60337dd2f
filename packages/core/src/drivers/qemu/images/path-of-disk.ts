import type { Disk } from '@virtkit/domain-conf';

/** The image of a disk of type file or block. */
export function pathOfDisk(disk: Disk): string | undefined {
  if (disk.type === 'file') return disk.source?.file;
  return disk.type === 'block' ? disk.source?.dev : undefined;
}
