import type { ArchitectureName } from '../architecture.js';

/** The host's CPU, as `<host><cpu>` of the host capabilities describes it. */
export interface HostCpu {
  arch: ArchitectureName;
  /** Nearest named model: `Broadwell`. Absent where libvirt knows no models of the architecture. */
  model?: string;
  /** `Intel`, `AMD`, `Hygon`, `IBM`, `ARM` … */
  vendor?: string;
  /** Family, model and stepping of x86. */
  signature?: { family: number; model: number; stepping: number };
  /** Version of the microcode; 0 or absent where unknown. */
  microcodeVersion?: number;
  topology?: CpuTopology;
  /** Features beyond those of the model. */
  features: string[];
  /** Width of a physical address; absent where the architecture hasn't the notion (s390x). */
  physAddrBits?: number;
  /** The time stamp counter of x86. */
  tsc?: { frequencyHz: number; scaling?: boolean };
  /** Raw CPUID leaves of x86. */
  cpuid?: CpuidLeaf[];
  /** Raw model specific registers of x86. */
  msr?: MsrValue[];
}

/** How many units each level of the processor hierarchy has. */
export interface CpuTopology {
  sockets: number;
  dies?: number;
  clusters?: number;
  cores: number;
  threads: number;
}

/** The answer of one CPUID leaf; registers as unsigned 32-bit numbers. */
export interface CpuidLeaf {
  eaxIn: number;
  ecxIn: number;
  eax: number;
  ebx: number;
  ecx: number;
  edx: number;
}

/** The halves of one model specific register as unsigned 32-bit numbers. */
export interface MsrValue {
  index: number;
  eax: number;
  edx: number;
}

/** Hardware virtualization of the host. */
export interface HostKvm {
  /** `/dev/kvm` can be opened. */
  available: boolean;
  /** Most vCPUs of one domain under KVM. */
  maxVcpus?: number;
  /** Versions of ARM's interrupt controller that KVM offers. */
  gicVersions?: (2 | 3)[];
  /** Nested guests are allowed. */
  nested?: boolean;
}

/** Confidential computing on the host. */
export interface HostLaunchSecurity {
  /** Most guests with SEV (CPUID 8000001F, ECX and EDX). */
  sevMaxGuests?: number;
  /** Most guests with SEV-ES. */
  sevMaxEsGuests?: number;
  /** The machine can run secure guests of s390x (`prot_virt`). */
  s390ProtectedVirtualization?: boolean;
  /** TDX can be used. */
  tdx?: boolean;
}
