import type { DomainDefinition } from '@virtkit/domain-conf';
import { findController, hasShortNames } from '../definition/controllers.js';
import type { Controller, Devices, Disk } from '../definition/devices.js';
import { diskIndex } from '../definition/disk-target.js';
import type { MachineFamily } from '../machine/machine-family.js';

/** A device that can have an alias. */
interface Aliased {
  readonly alias?: { readonly name: string };
}

/** Kinds of which the alias is a word and the place in the list. */
const NUMBERED = {
  filesystems: 'fs',
  smartcards: 'smartcard',
  serials: 'serial',
  parallels: 'parallel',
  consoles: 'console',
  channels: 'channel',
  inputs: 'input',
  tpms: 'tpm',
  sounds: 'sound',
  videos: 'video',
  hostdevs: 'hostdev',
  redirdevs: 'redir',
  hubs: 'hub',
  watchdogs: 'watchdog',
  rngs: 'rng',
  panics: 'panic',
  shmems: 'shmem',
  cryptos: 'crypto',
} as const satisfies Partial<Record<keyof Devices, string>>;

/** Kinds of which a domain has at most one. */
const SINGLE = {
  memballoon: 'balloon0',
  nvram: 'nvram0',
  iommu: 'iommu0',
  vsock: 'vsock0',
  pstore: 'pstore0',
} as const;

/** Gives every device that has none the name by which QEMU knows it. A running domain's names never change. */
export function assignAliases(definition: DomainDefinition, family: MachineFamily): DomainDefinition {
  const { devices } = definition;
  if (devices === undefined) return definition;
  const named: Devices = { ...devices };
  nameInterfaces(named);
  for (const [kind, word] of WORDS) nameList(named, kind, word);
  for (const [kind, name] of NAMES) nameSingle(named, kind, name);
  if (devices.controllers !== undefined) {
    named.controllers = devices.controllers.map((controller) =>
      withAlias(controller, controllerAlias(controller, family)),
    );
  }
  if (devices.disks !== undefined)
    named.disks = devices.disks.map((disk) => withAlias(disk, diskAlias(disk, definition)));
  if (devices.memories !== undefined) named.memories = nameMemories(devices.memories);
  return { ...definition, devices: named };
}

function entriesOf<T extends object>(table: T): [keyof T, T[keyof T]][] {
  const keys: (keyof T)[] = [];
  for (const key in table) keys.push(key);
  return keys.map((key) => [key, table[key]]);
}

const WORDS = entriesOf(NUMBERED);
const NAMES = entriesOf(SINGLE);

function withAlias<D extends Aliased>(device: D, name: string): D {
  return device.alias === undefined ? { ...device, alias: { name } } : device;
}

function nameList<K extends keyof typeof NUMBERED>(devices: Devices, kind: K, word: string): void {
  const list = devices[kind];
  if (list === undefined) return;
  const named: Aliased[] = list.map((device: Aliased, index: number) => withAlias(device, `${word}${index}`));
  Object.assign(devices, { [kind]: named });
}

/**
 * Interfaces that are devices of the host's count among those, and before the others. Those that a user named aren't
 * counted.
 */
function nameInterfaces(devices: Devices): void {
  const { interfaces, hostdevs } = devices;
  const next = { net: 0, hostdev: 0 };
  const name = <D extends Aliased>(device: D, word: keyof typeof next): D =>
    device.alias === undefined ? withAlias(device, `${word}${next[word]++}`) : device;
  if (interfaces !== undefined) {
    devices.interfaces = interfaces.map((one) => name(one, one.type === 'hostdev' ? 'hostdev' : 'net'));
  }
  if (hostdevs !== undefined) devices.hostdevs = hostdevs.map((hostdev) => name(hostdev, 'hostdev'));
}

function nameSingle<K extends keyof typeof SINGLE>(devices: Devices, kind: K, name: string): void {
  const device = devices[kind];
  if (device !== undefined) Object.assign(devices, { [kind]: withAlias<Aliased>(device, name) });
}

/** The first USB and IDE controllers bear their type's name alone, as QEMU names the buses of a machine's own. */
export function controllerAlias(
  { type, model, index = 0 }: Controller & { model?: string },
  family: MachineFamily,
): string {
  if (type === 'pci' && family === 'versatile' && index === 0) return 'pci';
  if (type === 'pci') return model === 'pcie-root' ? `pcie.${index}` : `pci.${index}`;
  if (index === 0 && (type === 'usb' || type === 'ide')) return type;
  if (index === 0 && type === 'sata' && family === 'q35') return 'ide';
  return `${type}${index}`;
}

function diskAlias(disk: Disk, definition: DomainDefinition): string {
  const bus = disk.target?.bus ?? 'virtio';
  const { address } = disk;
  if (address?.type !== 'drive') return `${bus}-disk${diskIndex(disk.target?.dev ?? '') ?? 0}`;
  const { controller = 0, bus: channel = 0, target = 0, unit = 0 } = address;
  const full = bus === 'scsi' && !hasShortNames(findController(definition, 'scsi', controller));
  return full ? `scsi${controller}-${channel}-${target}-${unit}` : `${bus}${controller}-${channel}-${unit}`;
}

const MEMORY_WORDS = {
  dimm: 'dimm',
  nvdimm: 'nvdimm',
  'virtio-pmem': 'virtiopmem',
  'virtio-mem': 'virtiomem',
  'sgx-epc': 'epc',
} as const;

/** Modules are called by the slot that they sit in, others by their number. */
function nameMemories(memories: NonNullable<Devices['memories']>): NonNullable<Devices['memories']> {
  const counts: Partial<Record<keyof typeof MEMORY_WORDS, number>> = {};
  return memories.map((memory) => {
    const number = memory.address?.type === 'dimm' ? (memory.address.slot ?? 0) : (counts[memory.model] ?? 0);
    counts[memory.model] = (counts[memory.model] ?? 0) + 1;
    return withAlias(memory, `${MEMORY_WORDS[memory.model]}${number}`);
  });
}
