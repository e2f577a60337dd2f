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
    tell('CONFIG_UNSUPPORTED', 'an <encryption> definition already found for disk source', `${path}/encryption`);
  }
  if ((encryption ?? disk.encryption)?.cipher !== undefined) {
    const message = 'supplying <cipher> for domain disk definition is unnecessary';
    tell('CONFIG_UNSUPPORTED', message, `${path}/encryption/cipher`);
  }
  checkNames(disk, path, tell);
  if (disk.device === 'lun' && disk.driver?.type !== undefined && disk.driver.type !== 'raw') {
    tell('CONFIG_UNSUPPORTED', "disk device 'lun' must use 'raw' format", `${path}/driver/type`, 'Allowed: raw');
  }
  if (disk.wwn !== undefined && !/^(0x)?[0-9a-fA-F]{16}$/.test(disk.wwn)) {
    tell('INTERNAL_ERROR', `Malformed wwn: ${disk.wwn}`, `${path}/wwn`, 'Expected 16 hexadecimal digits');
  }
  if (disk.type === 'nvme' && disk.source?.namespace === 0) {
    tell('CONFIG_UNSUPPORTED', "NVMe namespace can't be zero", `${path}/source/namespace`);
  }
  if (disk.type === 'network' && disk.source?.protocol === 'sheepdog') {
    const message = "'sheepdog' protocol is no longer supported by any hypervisor driver";
    tell('CONFIG_UNSUPPORTED', message, `${path}/source/protocol`);
  }
  if (disk.type === 'network' && disk.source === undefined && disk.device !== 'cdrom') {
    tell('NO_SOURCE', dev ?? '', path);
  }
}

/** What a disk tells the guest of its maker is short and printable. */
function checkNames({ vendor, product, target, address, auth, source }: Disk, path: string, tell: Tell): void {
  if (vendor !== undefined && vendor.length > 8) {
    tell('CONFIG_UNSUPPORTED', 'disk vendor is more than 8 characters', `${path}/vendor`);
  }
  if (product !== undefined && product.length > 16) {
    tell('CONFIG_UNSUPPORTED', 'disk product is more than 16 characters', `${path}/product`);
  }
  const letters = /^(?:[fhsv]d|xvd|ubd)([a-z]*)\d*$/.exec(target?.dev ?? '')?.[1];
  if (letters !== undefined && letters.length > 5 && address === undefined) {
    tell('XML_ERROR', `Unknown disk name '${target?.dev}' and no address specified`, `${path}/target/dev`);
  }
  const secret = (auth ?? source?.auth)?.secret;
  if (secret !== undefined && secret.type === undefined) {
    tell('CONFIG_UNSUPPORTED', "unknown secret type '<null>'", `${path}/auth/secret`, 'Allowed: ceph, iscsi');
  }
}
