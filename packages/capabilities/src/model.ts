import type { ArchitectureName } from './architecture.js';
import type { CapabilityFlag } from './flags/flags.js';

/** An accelerator, by the name that a domain's `type` goes by in the capabilities document. */
export type AcceleratorName = 'kvm' | 'hvf' | 'tcg';

/** What one emulator binary can do: a plain JSON value, made by `interpretProbe`, `probeCapabilities` or `parseCapabilities`. */
export interface EmulatorCapabilities {
  /** Path of the emulator: `/usr/bin/qemu-system-x86_64`. */
  binary: string;
  /** Architecture of the guests. */
  arch: ArchitectureName;
  /** QEMU's version, major × 1 000 000 + minor × 1 000 + micro: 10.0.2 is 10000002. */
  version: number;
  /** The packager's name of the version, as QEMU reports it; may be empty. */
  package: string;
  /** Names of what the emulator has, in the order of libvirt's numbers. For many questions make a `Set` of it. */
  flags: CapabilityFlag[];
  /** What depends on the accelerator. An accelerator that can't be used here is absent; the usual one comes first. */
  accelerators: AcceleratorCapabilities[];
  /** Interrupt controllers of ARM's `virt` machines; empty elsewhere. */
  gic: GicCapability[];
  /** AMD's Secure Encrypted Virtualization, where the host offers it. */
  sev?: SevCapability;
  /** Intel's Software Guard Extensions, where the host offers them. */
  sgx?: SgxCapability;
  /** Hyper-V enlightenments that KVM offers; absent where the emulator couldn't be asked. */
  hyperv?: HypervCapabilities;
  /** Version of the host CPU's microcode at the time of the probe; 0 where unknown, or of no effect (TCG). */
  microcodeVersion: number;
}

/** What an emulator can do with one accelerator. */
export interface AcceleratorCapabilities {
  name: AcceleratorName;
  /** Machine types, in the emulator's order but the default first. */
  machines: MachineType[];
  /** CPU models, in the emulator's order. Empty where it can't list them. */
  cpuModels: CpuModel[];
  /** The CPU that `host` (or, without hardware help, `max`) stands for; absent where the emulator can't tell. */
  hostCpu?: HostCpuModel;
}

/** A machine type. */
export interface MachineType {
  /** `pc-q35-10.0` */
  name: string;
  /** The short name that stands for the machine type: `q35`. */
  alias?: string;
  /** Most vCPUs of one domain. */
  maxCpus: number;
  /** vCPUs can be plugged while the domain runs. */
  hotplugCpus: boolean;
  /** QEMU chooses it when told none. */
  isDefault: boolean;
  /** QOM type of the CPU that QEMU chooses when told none: `qemu64-x86_64-cpu`. */
  defaultCpu?: string;
  /** `-numa node,mem=` works. */
  numaMemSupported: boolean;
  /** Id of the memory backend that the machine expects: `pc.ram`. */
  defaultRamId?: string;
  deprecated: boolean;
  /** Whether ACPI can be used; absent where the emulator doesn't say (before 8.2). */
  acpi?: boolean;
}

/** A CPU model as the emulator lists it. */
export interface CpuModel {
  /** `Haswell-noTSX` */
  name: string;
  /** QOM type: `Haswell-noTSX-x86_64-cpu`. */
  typename?: string;
  /** Whether the host can run it; absent where the emulator doesn't say. */
  usable?: boolean;
  /** Features that keep the host from running it. */
  blockers: string[];
  deprecated: boolean;
}

/** A CPU model with the properties that the emulator expanded it to. */
export interface HostCpuModel {
  /** Model that the properties refer to: `base`, `gen16a-base`, `host`. */
  name: string;
  /** Whether each property carries `migratable`. */
  migratability: boolean;
  /** In the emulator's order. */
  properties: CpuProperty[];
  /** Features that the emulator advises against, in its order (s390x). */
  deprecatedFeatures?: string[];
}

/** A property of a CPU model. A number beyond the safe range is a decimal string in `value`. */
export type CpuProperty = { name: string; migratable?: boolean } & (
  | { type: 'boolean'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'number'; value: number | string }
);

/** A version of ARM's generic interrupt controller. */
export interface GicCapability {
  version: 2 | 3;
  /** Works in the kernel, with KVM. */
  kernel: boolean;
  /** Works in QEMU alone. */
  emulated: boolean;
}

/** What the host offers of SEV. */
export interface SevCapability {
  /** Number of the page table bit that marks an encrypted page. */
  cbitpos: number;
  /** Bits of a physical address that encryption costs. */
  reducedPhysBits: number;
  /** The platform's Diffie-Hellman key, base64. */
  pdh: string;
  /** The platform's certificate chain, base64. */
  certChain: string;
  /** Unique id of the first processor, base64. */
  cpu0Id?: string;
  /** Most guests with SEV; the host's CPU tells. */
  maxGuests?: number;
  /** Most guests with SEV-ES; the host's CPU tells. */
  maxEsGuests?: number;
}

/** What the host offers of SGX. */
export interface SgxCapability {
  /** Flexible launch control. */
  flc: boolean;
  sgx1: boolean;
  sgx2: boolean;
  /** All sections together, in KiB. */
  sectionSizeKiB: number;
  /** Sections of the enclave page cache by NUMA node. */
  sections: { node: number; sizeKiB: number }[];
}

/** Which Hyper-V enlightenments KVM offers, by libvirt's names (`relaxed`, `vapic` …). */
export interface HypervCapabilities {
  supported: boolean;
  features: string[];
}
