import type { X86Data } from '../cpu/x86/x86-features.js';

/** What the document of an emulator says besides its capabilities: when it is still valid. */
export interface EmulatorStamp {
  /** Change of the emulator's inode, in seconds since 1970. */
  qemuctime?: number;
  /** Change of the directory of its modules, likewise. */
  qemumoddirmtime?: number;
  /** Change of the program that probed, likewise. */
  selfctime?: number;
  /** Version of the program that probed, as libvirt counts versions. */
  selfvers?: number;
  hostCpuSignature?: string;
  kernelVersion?: string;
  /** What the host CPU says of itself. */
  cpuData?: X86Data;
}
