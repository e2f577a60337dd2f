import { device } from '../arguments/argument.js';
import { list, type OptionalProperties, present } from '../arguments/properties.js';
import { writeCacheProperty } from '../block/cache-mode.js';
import { blockGraph, diskCacheMode } from '../block/disk-graph.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import { findController, hasShortNames } from '../definition/controllers.js';
import type { Disk } from '../definition/devices.js';
import { diskBootIndex } from './boot-index.js';
import { addressProperties } from './device-address.js';
import { scsiPlace } from './scsi-place.js';
import { sdDrive } from './sd-drive.js';
import { vhostUserDisk } from './vhost-user.js';
import { virtioDriver, virtioProperties } from './virtio.js';
import { zpciArguments } from './zpci.js';

/** A disk: the nodes of its block graph from the bottom to the top, then the device that the guest sees. */
export const diskArguments: DeviceBuilder<Disk> = (disk, context) => {
  if (disk.type === 'vhostuser') return vhostUserDisk(disk, context);
  if (disk.target?.bus === 'sd') return sdDrive(disk, context);
  const graph = blockGraph(disk, context);
  const floppy = disk.target?.bus === 'fdc';
  const attachment: OptionalProperties = {
    'share-rw': disk.shareable === true && !floppy ? true : undefined,
    drive: graph.top,
    id: disk.alias?.name,
    bootindex: floppy ? undefined : diskBootIndex(disk, context),
    loadparm: context.flags.has('virtio-ccw.loadparm') ? disk.boot?.loadparm : undefined,
  };
  const identity: OptionalProperties = {
    wwn: disk.wwn === undefined ? undefined : BigInt(`0x${disk.wwn.replace(/^0x/, '')}`),
    rotation_rate: disk.target?.rotationRate,
    vendor: disk.vendor,
    product: disk.product,
    removable: disk.target?.bus === 'usb' ? disk.target.removable === true : disk.target?.removable,
    'write-cache': floppy || disk.device === 'lun' ? undefined : writeCacheProperty(diskCacheMode(disk)),
    serial: disk.serial,
    werror: errorWord(disk.driver?.errorPolicy),
    rerror: errorWord(disk.driver?.rerrorPolicy ?? readPolicy(disk.driver?.errorPolicy)),
  };
  const frontend = frontendProperties(disk, context);
  const guestSide = device(frontend, attachment, geometryProperties(disk), identity);
  return [...graph.arguments, ...zpciArguments(disk.address, disk.alias?.name), guestSide];
};

function errorWord(policy: string | undefined): string | undefined {
  return policy === 'enospace' ? 'enospc' : policy;
}

/** QEMU knows `enospc` for writing only; reading keeps its own default then. */
function readPolicy(policy: string | undefined): string | undefined {
  return policy === 'enospace' ? undefined : policy;
}

function geometryProperties({ geometry, blockio }: Disk): OptionalProperties {
  return {
    cyls: geometry?.cyls,
    heads: geometry?.heads,
    secs: geometry?.secs,
    'bios-chs-trans': geometry?.trans,
    logical_block_size: blockio?.logicalBlockSize,
    physical_block_size: blockio?.physicalBlockSize,
    discard_granularity: blockio?.discardGranularity,
  };
}

function frontendProperties(disk: Disk, context: BuildContext): OptionalProperties & { driver: string } {
  switch (disk.target?.bus) {
    case 'ide':
      return { driver: ideDriver(disk), bus: `ide.${driveAddress(disk).bus}`, unit: driveAddress(disk).unit };
    case 'sata':
      return { driver: ideDriver(disk), bus: `${sataName(context, disk)}.${driveAddress(disk).unit}` };
    case 'scsi':
      return scsiProperties(disk, context);
    case 'fdc':
      return { driver: 'floppy', unit: driveAddress(disk).unit };
    case 'usb':
      return { driver: 'usb-storage', ...addressProperties(disk.address, context) };
    default:
      return virtioBlkProperties(disk, context);
  }
}

function ideDriver({ device: kind }: Disk): string {
  return kind === 'cdrom' ? 'ide-cd' : 'ide-hd';
}

function virtioBlkProperties(disk: Disk, context: BuildContext): OptionalProperties & { driver: string } {
  const { driver } = disk;
  const mapping = (driver?.iothreads ?? []).map(({ id, queues }) =>
    present({
      iothread: `iothread${id}`,
      vqs: queues === undefined ? undefined : list(queues.map((queue) => queue.id)),
    }),
  );
  return {
    driver: virtioDriver('virtio-blk', disk.address, disk.model),
    ...virtioProperties(driver),
    iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
    'iothread-vq-mapping': mapping.length === 0 ? undefined : list(mapping),
    ioeventfd: driver?.ioeventfd,
    event_idx: driver?.eventIdx,
    'num-queues': driver?.queues,
    'queue-size': driver?.queueSize,
    ...addressProperties(disk.address, context),
    'acpi-index': disk.acpi?.index,
  };
}

const SCSI_DRIVERS = { disk: 'scsi-hd', cdrom: 'scsi-cd', lun: 'scsi-block', floppy: 'scsi-hd' } as const;

function scsiProperties(disk: Disk, context: BuildContext): OptionalProperties & { driver: string } {
  const driver = SCSI_DRIVERS[disk.device ?? 'disk'];
  const { controller, bus, target, unit } = driveAddress(disk);
  const short = hasShortNames(findController(context.definition, 'scsi', controller));
  const id = short ? `${controller}-${bus}-${unit}` : `${controller}-${bus}-${target}-${unit}`;
  return {
    driver,
    ...scsiPlace(disk.address, context),
    device_id: driver === 'scsi-block' ? undefined : `drive-scsi${id}`,
  };
}

function driveAddress({ address }: Disk): { controller: number; bus: number; target: number; unit: number } {
  const { controller = 0, bus = 0, target = 0, unit = 0 } = address?.type === 'drive' ? address : {};
  return { controller, bus, target, unit: Number(unit) };
}

function sataName({ definition }: BuildContext, disk: Disk): string {
  const { controller } = driveAddress(disk);
  return findController(definition, 'sata', controller)?.alias?.name ?? `sata${controller}`;
}
