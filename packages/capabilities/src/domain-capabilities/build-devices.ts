import type { CapabilityFlag } from '../flags/flags.js';
import type { HostDescription } from '../host-description.js';
import type { EmulatorCapabilities, MachineType } from '../model.js';
import { hasFlag } from '../questions.js';
import type { DomainCapabilities } from './document.js';
import { hasBuiltInIde, isPseries } from './machine-kinds.js';

/** What decides which devices a domain may have. */
export interface DeviceContext {
  capabilities: EmulatorCapabilities;
  host: HostDescription;
  machine: MachineType;
  /** How host devices may be handed over, instead of what the host says: `default`, `vfio`. */
  hostdevPciBackends?: string[];
}

/** A word, and what the emulator must have for it: any of the flags; nothing without flags. */
type Offer = readonly [word: string, ...flags: CapabilityFlag[]];

type Devices = Required<DomainCapabilities['devices']>;

const usbControllers = [
  'piix3-usb-uhci',
  'piix4-usb-uhci',
  'usb-ehci',
  'ich9-usb-ehci1',
  'vt82c686b-usb-uhci',
  'pci-ohci',
  'nec-usb-xhci',
  'qemu-xhci',
] as const satisfies CapabilityFlag[];

const virtioModels = (flag: CapabilityFlag): Offer[] => [
  ['virtio', flag],
  ['virtio-transitional', 'virtio-pci-non-transitional'],
  ['virtio-non-transitional', 'virtio-pci-non-transitional'],
];

const offers = {
  graphics: [
    ['sdl', 'sdl'],
    ['vnc', 'vnc'],
    ['rdp', 'display-dbus'],
    ['spice', 'spice'],
    ['egl-headless', 'egl-headless'],
    ['dbus', 'display-dbus'],
  ],
  video: [
    ['vga', 'VGA'],
    ['cirrus', 'cirrus-vga'],
    ['vmvga', 'vmware-svga'],
    ['qxl', 'qxl'],
    ['virtio', 'virtio-gpu'],
    ['none'],
    ['bochs', 'bochs-display'],
    ['ramfb', 'ramfb'],
  ],
  hostdev: [['usb', ...usbControllers], ['pci'], ['scsi']],
  rngBackend: [
    ['random', 'rng-random'],
    ['egd', 'rng-egd'],
    ['builtin', 'rng-builtin'],
  ],
  filesystem: [['path'], ['handle'], ['virtiofs', 'vhost-user-fs']],
  tpm: [
    ['tpm-tis', 'tpm-tis'],
    ['tpm-crb', 'tpm-crb'],
    ['tpm-spapr', 'tpm-spapr'],
    ['spapr-tpm-proxy', 'spapr-tpm-proxy'],
  ],
  tpmBackend: [
    ['passthrough', 'tpm-passthrough'],
    ['emulator', 'tpm-emulator'],
    ['external', 'tpm-emulator'],
  ],
  channel: [['pty'], ['unix'], ['spicevmc', 'spice']],
  crypto: [['virtio', 'virtio-crypto']],
  cryptoBackend: [['builtin'], ['lkcf', 'cryptodev-backend-lkcf']],
  interface: [['default'], ['passt', 'netdev.stream']],
} as const satisfies Record<string, Offer[]>;

/** The devices that a domain may have. */
export function buildDevices(context: DeviceContext): Devices {
  const { capabilities, host } = context;
  const of = (list: readonly Offer[]) => wordsOf(capabilities, list);
  const graphics = of(offers.graphics).filter((type) => type !== 'rdp' || host.programs.qemuRdp !== undefined);
  return {
    disk: buildDisk(context),
    graphics: { supported: true, type: graphics },
    video: { supported: true, modelType: of(offers.video) },
    hostdev: {
      supported: true,
      mode: ['subsystem'],
      startupPolicy: ['default', 'mandatory', 'requisite', 'optional'],
      subsysType: of(offers.hostdev),
      capsType: [],
      pciBackend: pciBackends(context),
    },
    rng: { supported: true, model: of(virtioModels('virtio-rng')), backendModel: of(offers.rngBackend) },
    filesystem: { supported: true, driverType: of(offers.filesystem) },
    tpm: buildTpm(context),
    redirdev: hasFlag(capabilities, 'usb-redir') ? { supported: true, bus: ['usb'] } : { supported: false },
    channel: { supported: true, type: of(offers.channel) },
    crypto: { supported: true, model: of(offers.crypto), type: ['qemu'], backendModel: of(offers.cryptoBackend) },
    interface: { supported: true, backendType: of(offers.interface) },
    panic: buildPanic(context),
  };
}

function wordsOf(capabilities: EmulatorCapabilities, list: readonly Offer[]): string[] {
  const offered = list.filter(
    ([, ...flags]) => flags.length === 0 || flags.some((flag) => hasFlag(capabilities, flag)),
  );
  return offered.map(([word]) => word);
}

function buildDisk({ capabilities, machine }: DeviceContext): Devices['disk'] {
  const floppies = !isPseries(machine);
  return {
    supported: true,
    diskDevice: ['disk', 'cdrom', ...(floppies ? ['floppy'] : []), 'lun'],
    bus: [
      ...(hasBuiltInIde(machine) ? ['ide'] : []),
      ...(floppies ? ['fdc'] : []),
      'scsi',
      'virtio',
      ...wordsOf(capabilities, [
        ['usb', 'usb-storage'],
        ['sata', 'ich9-ahci'],
      ]),
    ],
    model: ['virtio', ...wordsOf(capabilities, virtioModels('virtio-net')).slice(1)],
  };
}

function pciBackends({ capabilities, host, hostdevPciBackends }: DeviceContext): string[] {
  if (hostdevPciBackends) return hostdevPciBackends;
  return host.devices.vfio && hasFlag(capabilities, 'vfio-pci') ? ['default', 'vfio'] : [];
}

function buildTpm({ capabilities, host }: DeviceContext): Devices['tpm'] {
  const model = wordsOf(capabilities, offers.tpm);
  if (model.length === 0) return { supported: false };
  const { swtpm } = host.programs;
  const backendModel = wordsOf(capabilities, offers.tpmBackend).filter((word) => word !== 'emulator' || swtpm);
  return { supported: true, model, backendModel, ...(swtpm && { backendVersion: swtpm.versions }) };
}

function buildPanic({ capabilities, machine }: DeviceContext): Devices['panic'] {
  const x86 = capabilities.arch === 'x86_64' || capabilities.arch === 'i686';
  const model = [
    ...(x86 && hasFlag(capabilities, 'pvpanic') ? ['isa'] : []),
    ...(isPseries(machine) ? ['pseries'] : []),
    ...(x86 ? ['hyperv'] : []),
    ...(capabilities.arch === 's390x' ? ['s390'] : []),
    ...(hasFlag(capabilities, 'pvpanic-pci') ? ['pvpanic'] : []),
  ];
  return model.length > 0 ? { supported: true, model } : { supported: false };
}
