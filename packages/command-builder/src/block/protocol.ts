import type { OptionalProperties } from '../arguments/properties.js';
import type { Disk } from '../definition/devices.js';

/** Where an image lies: the part that disks and the images below them have in common. */
export type StorageSource = Pick<Disk, 'type' | 'source'>;

/** What reading and writing an image takes beyond where it lies. */
export interface ProtocolOptions {
  readonly aio?: 'native' | 'threads' | 'io_uring' | undefined;
  /** The block device is a CD-ROM drive. */
  readonly cdrom: boolean;
}

/** The block driver that reaches an image, with what tells it where; undefined where there is no image. */
export function protocolProperties(disk: Disk, options: ProtocolOptions): OptionalProperties | undefined {
  switch (disk.type) {
    case 'file':
      return disk.source?.file === undefined ? undefined : fileProperties('file', disk.source.file, options);
    case 'block':
      if (disk.source?.dev === undefined) return undefined;
      return fileProperties(options.cdrom ? 'host_cdrom' : 'host_device', disk.source.dev, options);
    default:
      return undefined;
  }
}

function fileProperties(driver: string, filename: string, { aio }: ProtocolOptions): OptionalProperties {
  return { driver, filename, aio };
}
