import type { ArchitectureName } from '../architecture.js';

/** Programs beside QEMU that a domain may need. Absent means not installed. */
export interface HostPrograms {
  /** Path of the emulator by architecture. */
  emulators: Partial<Record<ArchitectureName, string>>;
  swtpm?: { path?: string; versions: ('1.2' | '2.0')[]; features?: string[] };
  nbdkit?: { path: string; capabilities: string[] };
  passt?: { path?: string };
  slirpHelper?: { path?: string; features?: string[] };
  qemuRdp?: { path?: string };
  qemuBridgeHelper?: string;
  qemuPrHelper?: string;
  dbusDaemon?: string;
  /** Programs that serve vhost-user devices, the preferred first. */
  vhostUser: VhostUserProgram[];
}

/** A program that serves a vhost-user device: its descriptor, and what it answers to `--print-capabilities`. */
export interface VhostUserProgram {
  /** Path of the program. */
  binary: string;
  type: 'gpu' | 'fs' | 'block' | 'input' | 'net' | 'scsi';
  description?: string;
  features: string[];
}
