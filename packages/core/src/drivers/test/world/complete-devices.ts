import type { Devices, DomainDefinition } from '@virtkit/domain-conf';

type Disk = NonNullable<Devices['disks']>[number];
type Controllers = NonNullable<Devices['controllers']>;

/** How many disks a controller of a bus takes. */
const DISKS_PER_CONTROLLER = { ide: 4, sata: 6, scsi: 7, fdc: 2 } as const;

type DriveBus = keyof typeof DISKS_PER_CONTROLLER;

const DRIVE_BUSES: readonly DriveBus[] = ['ide', 'sata', 'scsi', 'fdc'];

/** KiB of memory of a video device that says none. */
const CIRRUS_KIB = 16_384;

function driveBusOf({ target }: Disk): DriveBus | undefined {
  return DRIVE_BUSES.find((bus) => bus === target?.bus);
}

/** `sdc` is 2. */
function numberOf({ target }: Disk): number {
  const letters = /^[a-z]d([a-z]+)/.exec(target?.dev ?? '')?.[1] ?? 'a';
  return [...letters].reduce((number, letter) => (number + 1) * 26 + letter.charCodeAt(0) - 97, -1);
}

function withAddress(disk: Disk): Disk {
  const bus = driveBusOf(disk);
  if (bus === undefined || disk.address !== undefined) return disk;
  const number = numberOf(disk);
  const size = DISKS_PER_CONTROLLER[bus];
  const controller = Math.floor(number / size);
  const place = number % size;
  const address =
    bus === 'ide'
      ? { controller, bus: place >> 1, target: 0, unit: place & 1 }
      : { controller, bus: 0, target: 0, unit: place };
  return { ...disk, address: { type: 'drive', ...address } };
}

/** The controllers, with one for every address of a disk. */
function controllersFor(disks: readonly Disk[], given: Controllers): Controllers {
  const controllers = [...given];
  for (const disk of disks) {
    const type = driveBusOf(disk);
    if (type === undefined || disk.address?.type !== 'drive') continue;
    const index = disk.address.controller ?? 0;
    if (!controllers.some((one) => one.type === type && (one.index ?? 0) === index)) controllers.push({ type, index });
  }
  return controllers;
}

/** The interfaces, each with the name that its end on the host has: `testnet0`, `testnet1` … */
function namedInterfaces(interfaces: NonNullable<Devices['interfaces']>): NonNullable<Devices['interfaces']> {
  let next = 0;
  return interfaces.map((one) =>
    one.target?.dev === undefined ? { ...one, target: { ...one.target, dev: `testnet${next++}` } } : one,
  );
}

/** The first console is the first serial port, said once more. */
function serialOf({ serials = [], consoles = [] }: Devices): Pick<Devices, 'serials'> {
  const [first] = consoles;
  if (serials.length > 0 || first?.type !== 'pty' || first.target?.type !== 'serial') return {};
  return { serials: [{ type: 'pty', target: { port: 0 } }] };
}

function videosOf({ videos = [], graphics = [] }: Devices): Pick<Devices, 'videos'> {
  if (videos.length > 0 || graphics.length === 0) return {};
  return { videos: [{ model: { type: 'cirrus', vram: CIRRUS_KIB, heads: 1, primary: true } }] };
}

/** Gives devices what libvirt's test driver gives them: drives and their controllers, host names, a serial, a screen. */
export function completeDevices(definition: DomainDefinition): DomainDefinition {
  const { devices = {} } = definition;
  const disks = devices.disks?.map(withAddress);
  const controllers = controllersFor(disks ?? [], devices.controllers ?? []);
  return {
    ...definition,
    devices: {
      ...devices,
      ...(disks && { disks }),
      ...(controllers.length > 0 && { controllers }),
      ...(devices.interfaces && { interfaces: namedInterfaces(devices.interfaces) }),
      ...serialOf(devices),
      ...videosOf(devices),
    },
  };
}
