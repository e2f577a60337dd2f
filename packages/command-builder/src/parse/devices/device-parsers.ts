import type { DeviceParser } from '../draft.js';
import { entryOf } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import {
  parseChannel,
  parseParallel,
  parseRedirdev,
  parseSerial,
  parseVirtioConsole,
  SERIAL_TYPES,
} from './character-devices.js';
import { controllerTypeOf } from './controller-drivers.js';
import {
  parseCcidController,
  parsePciController,
  parseSataController,
  parseScsiController,
  parseUsbController,
  parseVirtioSerialController,
} from './controllers.js';
import { parseDisk, parseVhostUserDisk } from './disks.js';
import { parse9p, parseMtp, parseVhostUserFs } from './filesystems.js';
import { parseScsiGeneric, parseUsbHost, parseVfio, parseVhostScsi } from './hostdevs.js';
import { parseUsbInput, parseVirtioInput } from './inputs.js';
import { parseInterface } from './interfaces.js';
import { parseDimm, parseShmem, parseVirtioMemory } from './memories.js';
import {
  parseCrypto,
  parseFloppyController,
  parseGenerationId,
  parseHub,
  parseIommu,
  parseMemballoon,
  parsePanic,
  parsePstore,
  parseRng,
  parseVmcoreinfo,
  parseVsock,
  parseWatchdog,
} from './small-devices.js';
import { parseEmulatedCard, parsePassedCard } from './smartcards.js';
import { parseSound } from './sounds.js';
import { parseTpm } from './tpms.js';
import { isVideoDriver, parseVideo } from './videos.js';
import { parseVirtioName } from './virtio-name.js';

/** Devices by their driver's name. */
const DRIVERS: Readonly<Partial<Record<string, DeviceParser>>> = {
  ...Object.fromEntries(Object.keys(SERIAL_TYPES).map((driver) => [driver, parseSerial])),
  'isa-parallel': parseParallel,
  virtserialport: parseChannel,
  virtconsole: parseVirtioConsole,
  'usb-redir': parseRedirdev,
  'ccid-card-emulated': parseEmulatedCard,
  'ccid-card-passthru': parsePassedCard,
  'ide-hd': parseDisk,
  'ide-cd': parseDisk,
  'scsi-hd': parseDisk,
  'scsi-cd': parseDisk,
  'scsi-block': parseDisk,
  floppy: parseDisk,
  'usb-storage': parseDisk,
  'usb-mtp': parseMtp,
  'vfio-pci': parseVfio,
  'vfio-pci-nohotplug': parseVfio,
  'vfio-ccw': parseVfio,
  'vfio-ap': parseVfio,
  'scsi-generic': parseScsiGeneric,
  'usb-host': parseUsbHost,
  'isa-fdc': parseFloppyController,
  'usb-mouse': parseUsbInput,
  'usb-tablet': parseUsbInput,
  'usb-kbd': parseUsbInput,
  'usb-hub': parseHub,
  'usb-audio': parseSound,
  sb16: parseSound,
  ES1370: parseSound,
  AC97: parseSound,
  'intel-hda': parseSound,
  'ich9-intel-hda': parseSound,
  'tpm-tis': parseTpm,
  'tpm-tis-device': parseTpm,
  'tpm-crb': parseTpm,
  'tpm-spapr': parseTpm,
  'spapr-tpm-proxy': parseTpm,
  'pc-dimm': parseDimm,
  nvdimm: parseDimm,
  'ivshmem-plain': parseShmem,
  'ivshmem-doorbell': parseShmem,
  i6300esb: parseWatchdog,
  ib700: parseWatchdog,
  diag288: parseWatchdog,
  pvpanic: parsePanic,
  'pvpanic-pci': parsePanic,
  vmgenid: parseGenerationId,
  vmcoreinfo: parseVmcoreinfo,
  'intel-iommu': parseIommu,
  'acpi-erst': parsePstore,
};

/** Virtio devices by their name without the bus. */
const VIRTIO: Readonly<Partial<Record<string, DeviceParser>>> = {
  'virtio-blk': parseDisk,
  'vhost-user-blk': parseVhostUserDisk,
  'virtio-9p': parse9p,
  'vhost-user-fs': parseVhostUserFs,
  'virtio-balloon': parseMemballoon,
  'virtio-rng': parseRng,
  'virtio-crypto': parseCrypto,
  'virtio-iommu': parseIommu,
  'virtio-mem': parseVirtioMemory,
  'virtio-pmem': parseVirtioMemory,
  'virtio-mouse': parseVirtioInput,
  'virtio-tablet': parseVirtioInput,
  'virtio-keyboard': parseVirtioInput,
  'virtio-input-host': parseVirtioInput,
  'virtio-sound': parseSound,
  'vhost-vsock': parseVsock,
  'vhost-scsi': parseVhostScsi,
};

const CONTROLLERS: Readonly<Partial<Record<string, DeviceParser>>> = {
  pci: parsePciController,
  usb: parseUsbController,
  scsi: parseScsiController,
  sata: parseSataController,
  ccid: parseCcidController,
  'virtio-serial': parseVirtioSerialController,
};

/** What reads a device; undefined for one that has no element. */
export function deviceParserOf({ parameters }: NativeArgument): DeviceParser | undefined {
  const driver = parameters.peek('driver') ?? '';
  if (parameters.has('netdev')) return parseInterface;
  const type = controllerTypeOf(driver);
  if (type !== undefined) return CONTROLLERS[type];
  const plain = entryOf(DRIVERS, driver);
  if (plain !== undefined) return plain;
  if (isVideoDriver(driver)) return parseVideo;
  const base = parseVirtioName(driver)?.base ?? '';
  return entryOf(VIRTIO, base);
}
