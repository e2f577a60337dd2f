import type { Disk } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** Disks have targets of their own, and a source that says where it is. */
export const checkDisks: Check = ({ devices = {} }, tell) => {
  const { disks = [] } = devices;
  const byTarget = new Map<string, Disk>();
  disks.forEach((disk, index) => {
    const path = `/devices/disks/${index}`;
    checkDisk(disk, path, tell);
    const dev = disk.target?.dev;
    if (dev === undefined) return;
    const other = byTarget.get(dev);
    if (other !== undefined) {
      const sources = `'${sourceOf(other) ?? '(null)'}' and '${sourceOf(disk) ?? '(null)'}'`;
      tell('XML_ERROR', `target '${dev}' duplicated for disk sources ${sources}`, `${path}/target/dev`);
    }
    byTarget.set(dev, disk);
  });
};

/** Where a disk's image is, in a word; undefined for an empty one. */
function sourceOf(disk: Disk): string | undefined {
  switch (disk.type) {
    case 'file':
      return disk.source?.file;
    case 'block':
    case 'vhostvdpa':
      return disk.source?.dev;
    case 'dir':
      return disk.source?.dir;
    case 'vhostuser':
      return disk.source?.path;
    case 'network':
      return disk.source?.name;
    default:
      return undefined;
  }
}

function checkDisk(disk: Disk, path: string, tell: Tell): void {
  const dev = disk.target?.dev;
  if (dev === undefined || dev === '') {
    tell('NO_TARGET', sourceOf(disk) ?? '', `${path}/target`, "Give the disk a target, such as <target dev='vda'/>");
  } else if (disk.device === 'floppy' && !dev.startsWith('fd')) {
    tell('INTERNAL_ERROR', `Invalid floppy device name: ${dev}`, `${path}/target/dev`);
  } else if (disk.device !== 'cdrom' && disk.device !== 'floppy' && /^(?![fhsv]d|xvd|ubd)/.test(dev)) {
    tell('INTERNAL_ERROR', `Invalid harddisk device name: ${dev}`, `${path}/target/dev`);
  }
  const encryption = disk.source?.encryption;
  if (encryption !== undefined && disk.encryption !== undefined) {
    tell('XML_ERROR', 'an <encryption> definition already found for disk source', `${path}/encryption`);
  }
  if (disk.type === 'network' && disk.source === undefined && disk.device !== 'cdrom') {
    tell('NO_SOURCE', dev ?? '', path);
  }
}
