import { architectures } from '../architecture.js';
import type { FirmwareDescriptor } from '../host/firmware.js';
import type { HostDescription } from '../host-description.js';
import type { EmulatorCapabilities, MachineType } from '../model.js';
import type { DomainCapabilities } from './document.js';

type Os = DomainCapabilities['os'];

/** What decides how a domain may boot. */
export interface OsContext {
  capabilities: EmulatorCapabilities;
  host: HostDescription;
  machine: MachineType;
  /** Images to name, instead of those of the descriptors. */
  loaders?: string[];
}

/** The images that qemu.conf lists without being told (`nvram`). */
export const DEFAULT_LOADERS: readonly string[] = [
  '/usr/share/AAVMF/AAVMF_CODE.fd',
  '/usr/share/AAVMF/AAVMF32_CODE.fd',
  '/usr/share/OVMF/OVMF_CODE.fd',
  '/usr/share/OVMF/OVMF_CODE.secboot.fd',
];

/** Firmware interfaces that can be asked for by name, in libvirt's order. */
const interfaces = [
  ['bios', 'bios'],
  ['efi', 'uefi'],
] as const;

/** How a domain may boot. */
export function buildOs(context: OsContext): Os {
  const fitting = context.host.firmware.filter((descriptor) => fits(descriptor, context));
  const named = interfaces.filter(([, type]) => fitting.some(({ interfaceTypes }) => interfaceTypes.includes(type)));
  const images = [...new Set(fitting.flatMap(imagesOf))];
  const secure = fitting.some(({ features }) => features.includes('secure-boot') && features.includes('requires-smm'));
  return {
    supported: true,
    firmware: named.map(([name]) => name),
    loader: {
      supported: true,
      paths: context.loaders ?? (images.length > 0 ? images : (context.host.loaders ?? [])),
      type: ['rom', 'pflash'],
      readonly: ['yes', 'no'],
      secure: secure ? ['yes', 'no'] : ['no'],
    },
  };
}

function fits({ targets }: FirmwareDescriptor, { capabilities, machine }: OsContext): boolean {
  const { arch } = capabilities;
  const architecture = architectures[arch];
  const names: readonly string[] = ['qemuTarget' in architecture ? architecture.qemuTarget : arch, arch];
  return targets.some(
    (target) =>
      names.includes(target.architecture) && target.machines.some((pattern) => matches(pattern, machine.name)),
  );
}

/** Patterns of machine types are those of the shell: `pc-q35-*`. */
function matches(pattern: string, name: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(name);
}

function imagesOf({ mapping }: FirmwareDescriptor): string[] {
  return mapping.device === 'flash' ? [mapping.executable.filename] : [];
}
