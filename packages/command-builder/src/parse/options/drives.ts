import type { Disk } from '../../definition/devices.js';
import { storageOfFileName } from '../block/file-name.js';
import { driveParts, type ReadDrive, readDrive } from '../block/read-drive.js';
import { FORMAT_GUESSED } from '../devices/disks.js';
import { addDevice, type Draft, type OptionParser } from '../draft.js';
import { entryOf, given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed, Unmapped } from '../unmapped.js';
import { flashDrive } from './firmware.js';

type Bus = NonNullable<NonNullable<Disk['target']>['bus']>;

const BUSES: Readonly<Partial<Record<string, Bus>>> = {
  ide: 'ide',
  scsi: 'scsi',
  virtio: 'virtio',
  floppy: 'fdc',
  sd: 'sd',
};

/** The bus of drives that name none. */
function defaultBus({ family }: Draft): string {
  if (family === 'i440fx' || family === 'q35') return 'ide';
  return family === 'pseries' ? 'scsi' : 'virtio';
}

/** `-drive`: an image and a device in one; one with `if=none` belongs to the device that names it. */
export const driveOption: OptionParser = (argument, draft) => {
  const { parameters } = argument;
  const kind = parameters.peek('if') ?? defaultBus(draft);
  if (kind === 'none') throw new Unmapped('no device refers to it that has an element');
  if (kind === 'pflash') {
    flashDrive(argument, draft);
    return;
  }
  const bus = needed(entryOf(BUSES, kind), `drives on '${kind}' have no element`);
  parameters.text('if');
  parameters.text('id');
  const index = parameters.number('index') ?? placeOnBus(parameters.number('bus'), parameters.number('unit'));
  addDrive(bus, readDrive(argument), index, argument, draft);
};

function placeOnBus(bus: number | undefined, unit: number | undefined): number | undefined {
  return bus === undefined && unit === undefined ? undefined : (bus ?? 0) * 2 + (unit ?? 0);
}

function addDrive(
  kind: Bus,
  drive: ReadDrive,
  index: number | undefined,
  argument: NativeArgument,
  draft: Draft,
): void {
  const bus = kind === 'ide' && draft.family === 'q35' ? 'sata' : kind;
  const cdrom = drive.device === 'cdrom';
  const place = index ?? (cdrom && kind === 'ide' ? CDROM_INDEX : undefined);
  const address = addressOf(bus, place);
  if (isTaken(address, bus, draft)) throw new Unmapped('another disk is in its place');
  const target = draft.targets.draw(bus, undefined, place);
  if (drive.guessed) draft.assumptions.push({ words: argument.words, reason: FORMAT_GUESSED });
  // Where only virtio is, a CD-ROM is a disk that can't be written to.
  const device = cdrom && bus !== 'virtio' ? 'cdrom' : bus === 'fdc' ? 'floppy' : 'disk';
  const disk: Disk = { ...driveParts(drive), device, target, ...given({ address }) };
  addDevice(draft.devices, 'disks', disk);
}

function isTaken(address: Disk['address'], bus: Bus, { devices }: Draft): boolean {
  if (address?.type !== 'drive') return false;
  return (
    devices.disks?.some(
      ({ target, address: other }) =>
        target?.bus === bus && other?.type === 'drive' && other.bus === address.bus && other.unit === address.unit,
    ) === true
  );
}

const CDROM_INDEX = 2;

function addressOf(bus: Bus, index: number | undefined): Disk['address'] {
  if (index === undefined) return undefined;
  if (bus === 'ide') return { type: 'drive', controller: 0, bus: index >> 1, target: 0, unit: index & 1 };
  return bus === 'sata' || bus === 'fdc' ? { type: 'drive', controller: 0, bus: 0, target: 0, unit: index } : undefined;
}

/** Options that are a drive's bus and place in one word. */
const LEGACY: Readonly<Partial<Record<string, { bus: Bus; index: number; cdrom?: true }>>> = {
  hda: { bus: 'ide', index: 0 },
  hdb: { bus: 'ide', index: 1 },
  hdc: { bus: 'ide', index: 2 },
  hdd: { bus: 'ide', index: 3 },
  cdrom: { bus: 'ide', index: CDROM_INDEX, cdrom: true },
  fda: { bus: 'fdc', index: 0 },
  fdb: { bus: 'fdc', index: 1 },
  sd: { bus: 'sd', index: 0 },
};

/** The options of {@link LEGACY}. */
export const LEGACY_DRIVES = Object.keys(LEGACY);

/** `-hda FILE` and the like. */
export const legacyDriveOption: OptionParser = (argument, draft) => {
  const { bus, index, cdrom } = needed(entryOf(LEGACY, argument.option), 'no such drive');
  const machineBus = entryOf(BUSES, defaultBus(draft)) ?? bus;
  const storage = storageOfFileName(needed(argument.value, 'there is no file'));
  const ending = /\.(qcow2|vmdk|vdi|vpc|qed)$/.exec(argument.value ?? '')?.[1];
  const format = (['qcow2', 'vmdk', 'vdi', 'vpc', 'qed'] as const).find((name) => name === ending) ?? 'raw';
  const drive: ReadDrive = {
    storage,
    device: cdrom === true ? 'cdrom' : 'disk',
    readOnly: cdrom === true,
    driver: { name: 'qemu', type: format },
    serial: undefined,
    transient: false,
    guessed: cdrom !== true,
  };
  addDrive(bus === 'ide' ? machineBus : bus, drive, index, argument, draft);
};

/** The empty CD-ROM drive that QEMU adds to a PC, unless one of its places is taken otherwise. */
export function addDefaultCdrom(draft: Draft): void {
  const { devices, family, line } = draft;
  const named = line.all('device').some(({ parameters }) => /^(?:ide|scsi)-/.test(parameters.peek('driver') ?? ''));
  const isThere = devices.disks?.some(({ device }) => device === 'cdrom') === true || line.has('cdrom', 'hdc');
  if (named || isThere || (family !== 'i440fx' && family !== 'q35')) return;
  const bus = family === 'q35' ? 'sata' : 'ide';
  const address = addressOf(bus, CDROM_INDEX);
  if (isTaken(address, bus, draft)) return;
  const target = draft.targets.draw(bus, undefined, CDROM_INDEX);
  addDevice(devices, 'disks', { type: 'file', device: 'cdrom', target, ...given({ address }) });
}
