import type { Disk } from '../../definition/devices.js';
import { driveParts, readDrive } from '../block/read-drive.js';
import { backingStoreOf, cacheModeOf, readImage, sourceOf } from '../block/read-image.js';
import { chardevOf } from '../chardev-source.js';
import { type DeviceParser, type Draft, listed } from '../draft.js';
import { given, some } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { iothreadOf } from './controllers.js';
import { placeOf, usbPlace } from './device-place.js';
import { bootOf } from './hostdevs.js';
import { scsiPlace } from './scsi-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioOptions } from './virtio-options.js';

type DiskDriver = NonNullable<Disk['driver']>;
type Kind = NonNullable<Disk['device']>;

/** The image behind a device: `-blockdev` nodes, or `-drive` with its id; an empty drive has none. */
function behind({ parameters, words }: NativeArgument, draft: Draft, writeCache: boolean) {
  const name = parameters.text('drive');
  if (name === undefined) {
    const cache = writeCache ? cacheModeOf(undefined, parameters.flag('write-cache')) : undefined;
    return { parts: { type: 'file' as const }, driver: given({ cache }), isCdrom: false, uses: [] };
  }
  const drive = draft.line.find('drive', name);
  if (drive !== undefined) {
    drive.parameters.text('id');
    drive.parameters.implied('if', 'none');
    const read = readDrive(drive);
    if (read.guessed) draft.assumptions.push({ words, reason: FORMAT_GUESSED });
    const { driver, ...parts } = driveParts(read);
    return { parts, driver, isCdrom: read.device === 'cdrom', uses: [drive] };
  }
  const image = readImage(name, draft.line);
  const cache = cacheModeOf(image.cache, writeCache ? parameters.flag('write-cache') : undefined);
  const parts = {
    ...sourceOf(image),
    ...given({
      readonly: image.readOnly ? (true as const) : undefined,
      backingStore: backingStoreOf(image.below),
      throttlefilters: image.filters.length === 0 ? undefined : image.filters.map((group) => ({ group })),
    }),
  };
  const driver = { name: 'qemu', type: image.format, ...given({ cache }), ...image.driver };
  return { parts, driver, isCdrom: false, uses: image.uses };
}

/** Why the format of an image may be wrong. */
export const FORMAT_GUESSED = 'the format of the image is not said; it was guessed from the name of the file';

/** A disk: the device that the guest sees, with the image behind it. */
export const parseDisk: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const name = parameters.text('driver') ?? '';
  const id = parameters.text('id');
  // What older command lines say, and no QEMU does otherwise by now.
  parameters.implied('scsi', 'off');
  const image = behind(device, draft, name !== 'floppy');
  const front = frontOf(name, device, draft, image.isCdrom);
  const driver = some({ ...image.driver, ...errorPolicies(parameters), ...front.driver });
  const target = draft.targets.draw(front.bus, id, front.place);
  const size = blockSizes(parameters);
  const disk: Disk = {
    ...image.parts,
    device: front.kind,
    ...given({ driver: driver === undefined ? undefined : { name: 'qemu', ...driver } }),
    target: { ...target, ...given(targetOptions(front.bus, parameters)) },
    ...given({
      shareable: parameters.flag('share-rw') === true ? (true as const) : undefined,
      model: front.model,
      geometry: geometryOf(parameters),
      blockio: size,
      wwn: wwnOf(parameters.integer('wwn')),
      vendor: parameters.text('vendor'),
      product: parameters.text('product'),
      acpi: some({ index: parameters.number('acpi-index') }),
      address: front.address,
    }),
    ...serialOf(parameters),
    ...bootOf(parameters),
  };
  return listed('disks', disk, [...image.uses, ...(front.uses ?? [])]);
};

const serialOf = (parameters: Parameters) => given({ serial: parameters.text('serial') });

interface Front {
  readonly bus: NonNullable<NonNullable<Disk['target']>['bus']>;
  readonly kind: Kind;
  readonly address?: Disk['address'];
  readonly model?: Disk['model'];
  readonly driver?: Partial<DiskDriver>;
  readonly uses?: readonly NativeArgument[];
  /** Where the disk's letter follows from its place. */
  readonly place?: number;
}

function frontOf(name: string, device: NativeArgument, draft: Draft, isCdrom: boolean): Front {
  switch (name) {
    case 'ide-hd':
    case 'ide-cd':
      return ideFront(name === 'ide-cd' ? 'cdrom' : 'disk', device, draft);
    case 'scsi-hd':
    case 'scsi-cd':
    case 'scsi-block':
      return scsiFront(name, device, draft);
    case 'floppy': {
      const unit = device.parameters.number('unit');
      const address =
        unit === undefined ? {} : { address: { type: 'drive', controller: 0, bus: 0, target: 0, unit } as const };
      return { bus: 'fdc', kind: 'floppy', ...address, ...given({ place: unit }) };
    }
    case 'usb-storage':
      return { bus: 'usb', kind: isCdrom ? 'cdrom' : 'disk', ...usbPlace(device, draft) };
    default:
      return virtioFront(name, device, draft);
  }
}

function ideFront(kind: Kind, { parameters }: NativeArgument, draft: Draft): Front {
  const name = parameters.peek('bus');
  const owner = name === undefined ? undefined : draft.buses.ofBus(name);
  if (name === undefined) return { bus: draft.family === 'q35' ? 'sata' : 'ide', kind };
  const bus = Number(/\.(\d+)$/.exec(name)?.[1] ?? 0);
  const unit = parameters.number('unit');
  parameters.text('bus');
  if (owner?.type === 'sata') {
    if (unit !== undefined && unit > 0) throw new Unmapped('a port of SATA has one disk');
    return { bus: 'sata', kind, address: { type: 'drive', controller: owner.index, bus: 0, target: 0, unit: bus } };
  }
  if (owner?.type !== 'ide') throw new Unmapped(`there is no controller for bus '${name}'`);
  const address = { type: 'drive', controller: 0, bus, target: 0, unit: unit ?? 0 } as const;
  return { bus: 'ide', kind, address, place: bus * 2 + (unit ?? 0) };
}

const SCSI_KINDS = { 'scsi-hd': 'disk', 'scsi-cd': 'cdrom', 'scsi-block': 'lun' } as const;

function scsiFront(name: keyof typeof SCSI_KINDS, device: NativeArgument, draft: Draft): Front {
  const kind = SCSI_KINDS[name];
  const { address, id } = scsiPlace(device, draft);
  if (id !== undefined) device.parameters.implied('device_id', `drive-scsi${id}`);
  return { bus: 'scsi', kind, ...given({ address }) };
}

function virtioFront(name: string, device: NativeArgument, draft: Draft): Front {
  const { parameters } = device;
  const virtio = needed(parseVirtioName(name), `a disk '${name}' has no element`);
  const place = placeOf(device, draft);
  const driver = given({
    ...virtioOptions(parameters),
    iothread: iothreadOf(parameters.text('iothread'), draft),
    iothreads: iothreadMapping(parameters, draft),
    ioeventfd: parameters.flag('ioeventfd'),
    eventIdx: parameters.flag('event_idx'),
    queues: parameters.number('num-queues'),
    queueSize: parameters.number('queue-size'),
  });
  const model = virtio.model === 'virtio' ? undefined : virtio.model;
  return { bus: 'virtio', kind: 'disk', driver, uses: place.uses, ...given({ model, address: place.address }) };
}

function iothreadMapping(parameters: Parameters, draft: Draft): DiskDriver['iothreads'] | undefined {
  const found: NonNullable<DiskDriver['iothreads']> = [];
  while (parameters.has(`iothread-vq-mapping.${found.length}`)) {
    const item = parameters.under(`iothread-vq-mapping.${found.length}`);
    const id = needed(iothreadOf(item.text('iothread'), draft), 'a queue has no I/O thread');
    const queues = item.texts('vqs').map((text) => ({ id: Number(text) }));
    found.push({ id, ...(queues.length === 0 ? {} : { queues }) });
  }
  return found.length === 0 ? undefined : found;
}

const WRITE_ERRORS = { stop: 'stop', report: 'report', ignore: 'ignore', enospace: 'enospc' } as const;
const READ_ERRORS = ['stop', 'report', 'ignore'] as const;

/** Reading fails as writing does, unless another policy is said. */
function errorPolicies(parameters: Parameters): Partial<DiskDriver> {
  const errorPolicy = parameters.keyIn('werror', WRITE_ERRORS);
  const reading = parameters.word('rerror', READ_ERRORS);
  const follows = errorPolicy !== undefined && errorPolicy !== 'enospace';
  const rerrorPolicy = follows && reading === undefined ? 'report' : reading === errorPolicy ? undefined : reading;
  return given({ errorPolicy, rerrorPolicy });
}

function targetOptions(bus: Front['bus'], parameters: Parameters) {
  const removable = parameters.flag('removable');
  return {
    rotationRate: parameters.number('rotation_rate'),
    removable: bus === 'usb' && removable === false ? undefined : removable,
  };
}

function geometryOf(parameters: Parameters): Disk['geometry'] {
  const cyls = parameters.number('cyls');
  const heads = parameters.number('heads');
  const secs = parameters.number('secs');
  if (cyls === undefined || heads === undefined || secs === undefined) return undefined;
  return { cyls, heads, secs, ...given({ trans: parameters.word('bios-chs-trans', ['none', 'auto', 'lba']) }) };
}

function blockSizes(parameters: Parameters): Disk['blockio'] {
  return some({
    logicalBlockSize: parameters.number('logical_block_size'),
    physicalBlockSize: parameters.number('physical_block_size'),
    discardGranularity: parameters.number('discard_granularity'),
  });
}

function wwnOf(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : BigInt(value).toString(16).padStart(16, '0');
}

/** A disk that a program beside QEMU serves. */
export const parseVhostUserDisk: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const virtio = needed(parseVirtioName(parameters.text('driver') ?? ''), 'no virtio device');
  const id = parameters.text('id');
  const { source, uses } = chardevOf(parameters.text('chardev'), draft);
  const socket = needed(source.type === 'unix' ? source.source : undefined, 'vhost-user speaks over a UNIX socket');
  const driver = some(virtioOptions(parameters));
  const place = placeOf(device, draft);
  const disk: Disk = {
    type: 'vhostuser',
    device: 'disk',
    source: { type: 'unix', path: socket.path ?? '', ...given({ reconnect: socket.reconnect }) },
    target: draft.targets.draw('virtio', id),
    ...bootOf(parameters),
    ...given({ model: virtio.model === 'virtio' ? undefined : virtio.model, driver, address: place.address }),
  };
  return listed('disks', disk, [...uses, ...place.uses]);
};
