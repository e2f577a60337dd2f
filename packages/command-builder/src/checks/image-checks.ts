import type { StorageEncryption } from '@virtkit/domain-conf';
import type { Disk } from '../definition/devices.js';
import { diskIndex } from '../definition/disk-target.js';
import { type DefinitionCheck, invalid, unsupported } from './check.js';

/** Formats that QEMU has under another name or not at all. */
const FORMAT_REFUSALS: Readonly<Record<string, string>> = {
  iso: "storage format 'iso' is not directly supported by QEMU, use 'raw' instead",
  dir: "'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead",
};

/** What is in an image, and how it is encrypted. */
export const imagesFit: DefinitionCheck = ({ devices }, { flags }) => {
  for (const disk of devices?.disks ?? []) {
    const format = disk.driver?.type;
    const refusal = format === undefined ? undefined : FORMAT_REFUSALS[format];
    if (refusal !== undefined) unsupported(refusal);
    const encryption = disk.source?.encryption ?? disk.encryption;
    if (encryption !== undefined) checkEncryption(disk, encryption, flags);
  }
};

function checkEncryption(
  { driver }: Disk,
  { format, engine, secrets = [] }: StorageEncryption,
  flags: ReadonlySet<string>,
): void {
  if (engine === 'librbd') {
    if (secrets.length > 1 && !flags.has('rbd-encryption-layering')) {
      unsupported('librbd encryption layering is not supported by this QEMU binary');
    }
    if (format === 'luks-any' && !flags.has('rbd-encryption-luks-any')) {
      unsupported('luks-any encryption is not supported by this QEMU binary');
    }
    return;
  }
  if (format === 'qcow' || format === 'default') unsupported('old qcow/qcow2 encryption is not supported');
  const image = driver?.type ?? 'raw';
  if (image !== 'raw' && image !== 'qcow2' && image !== 'luks') {
    unsupported("encryption is supported only with 'raw' and 'qcow2' image format");
  }
}

/** A name has as many letters as a number has place for. */
const MAX_DISKS = 2 ** 31;

/** Disks that sit somewhere on a bus say where, or have a name that tells. */
export const diskNamesFit: DefinitionCheck = ({ devices }) => {
  for (const { target, address } of devices?.disks ?? []) {
    const index = diskIndex(target?.dev ?? '');
    if (address === undefined || index === undefined || index < MAX_DISKS) continue;
    invalid(`Unknown disk name '${target?.dev}' and no address specified`);
  }
};

/** What a disk does on its bus. */
export const diskBusesFit: DefinitionCheck = ({ devices, iothreads = 0, iothreadids }) => {
  const threads = new Set((iothreadids?.iothreads ?? []).map(({ id }) => id));
  for (const disk of devices?.disks ?? []) {
    const { target, device, driver } = disk;
    const bus = target?.bus;
    if (bus === 'usb' && isEmpty(disk)) unsupported("'usb' disk must not be empty");
    if (device === 'lun' && bus !== undefined && bus !== 'virtio' && bus !== 'scsi') {
      unsupported(`disk device='lun' is not supported for bus='${bus}'`);
    }
    const { iothread } = driver ?? {};
    if (iothread !== undefined && iothread > iothreads && !threads.has(iothread)) {
      unsupported(`Disk iothread '${iothread}' not defined in iothreadid`);
    }
  }
};

function isEmpty({ type, source }: Disk): boolean {
  if (source === undefined) return true;
  return type === 'file' && !('file' in source && source.file !== undefined);
}
