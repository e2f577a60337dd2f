import { VirtError } from '@virtkit/errors';
import type { HostDescription } from '../host-description.js';
import type { AcceleratorCapabilities, EmulatorCapabilities, MachineType } from '../model.js';
import { acceleratorOf, findMachine, hasFlag } from '../questions.js';
import { buildCpuModes } from './build-cpu.js';
import { buildDevices } from './build-devices.js';
import { buildFeatures } from './build-features.js';
import { buildOs } from './build-os.js';
import type { DomainCapabilities } from './document.js';

/** The type of a domain. */
export type VirtType = 'kvm' | 'qemu' | 'hvf';

/** Which domains are asked about. */
export interface DomainCapabilitiesOptions {
  /** A machine type or its alias. Default: the one that libvirt prefers. */
  machine?: string;
  /** Type of the domain. Default: `kvm` where it can be used, else `qemu`. */
  virtType?: VirtType;
  /** Leave out features of the CPU that the emulator advises against. */
  withoutDeprecatedFeatures?: boolean;
  /** How host devices may be handed over, instead of what the host says. */
  hostdevPciBackends?: string[];
  /** Firmware images to name, instead of those of the host's descriptors. */
  loaders?: string[];
}

/**
 * What domains of the emulator may consist of on the host. Whether the host can run domains of the type is not asked here:
 * see `requireVirtType`.
 *
 * @throws {VirtError} `INVALID_ARG` for a machine type that the emulator hasn't.
 */
export function buildDomainCapabilities(
  capabilities: EmulatorCapabilities,
  host: HostDescription,
  options: DomainCapabilitiesOptions = {},
): DomainCapabilities {
  const virtType = options.virtType ?? (acceleratorOf(capabilities, 'kvm') ? 'kvm' : 'qemu');
  const accelerator = acceleratorFor(capabilities, virtType);
  const machine = requireMachine(capabilities, accelerator, options.machine);
  const { withoutDeprecatedFeatures = false, hostdevPciBackends, loaders } = options;
  return {
    path: capabilities.binary,
    domain: virtType,
    machine: machine.name,
    arch: capabilities.arch,
    ...(capabilities.accelerators.includes(accelerator) && { vcpu: { max: maxVcpus(machine, accelerator, host) } }),
    iothreads: { supported: true },
    os: buildOs({ capabilities, host, machine, ...(loaders && { loaders }) }),
    cpu: buildCpuModes({ capabilities, accelerator, host, withoutDeprecatedFeatures }),
    memoryBacking: {
      supported: true,
      sourceType: ['file', 'anonymous', ...(hasFlag(capabilities, 'memory-backend-memfd') ? ['memfd'] : [])],
    },
    devices: buildDevices({ capabilities, host, machine, ...(hostdevPciBackends && { hostdevPciBackends }) }),
    features: buildFeatures({ capabilities, accelerator, machine }),
  };
}

/**
 * Sees to it that the emulator can run domains of the type on this host.
 *
 * @throws {VirtError} `INVALID_ARG` in libvirt's words.
 */
export function requireVirtType(capabilities: EmulatorCapabilities, virtType: VirtType): void {
  if (acceleratorOf(capabilities, acceleratorName(virtType))) return;
  throw new VirtError(
    'INVALID_ARG',
    `the accel '${virtType}' is not supported by '${capabilities.binary}' on this host`,
    { domain: 'QEMU' },
  );
}

const acceleratorName = (virtType: VirtType) => (virtType === 'qemu' ? 'tcg' : virtType);

/** Without the accelerator, the machine types are those of another one, and nothing is known of CPUs. */
function acceleratorFor(capabilities: EmulatorCapabilities, virtType: VirtType): AcceleratorCapabilities {
  const name = acceleratorName(virtType);
  const machines = capabilities.accelerators[0]?.machines ?? [];
  return acceleratorOf(capabilities, name) ?? { name, machines, cpuModels: [] };
}

function requireMachine(
  capabilities: EmulatorCapabilities,
  accelerator: AcceleratorCapabilities,
  name: string | undefined,
): MachineType {
  const machine =
    name === undefined
      ? accelerator.machines[0]
      : findMachine(capabilities, name, capabilities.accelerators.includes(accelerator) ? accelerator.name : undefined);
  if (machine) return machine;
  throw new VirtError(
    'INVALID_ARG',
    `the machine '${name ?? ''}' is not supported by emulator '${capabilities.binary}'`,
    { domain: 'QEMU' },
  );
}

function maxVcpus(machine: MachineType, accelerator: AcceleratorCapabilities, host: HostDescription): number {
  if (accelerator.name !== 'kvm' || host.kvm.maxVcpus === undefined) return machine.maxCpus;
  return Math.min(machine.maxCpus, host.kvm.maxVcpus);
}
