import type { ArchitectureName } from './architecture.js';
import type { HostCpu, HostKvm, HostLaunchSecurity } from './host/cpu.js';
import type { HostDevices } from './host/devices.js';
import type { HostDirectories } from './host/directories.js';
import type { FirmwareDescriptor } from './host/firmware.js';
import type { HostMemory } from './host/memory.js';
import type { HostAllocations, HostMoment } from './host/moment.js';
import type { HostObjects } from './host/objects.js';
import type { HostPrograms } from './host/programs.js';
import type { HostSecurity } from './host/security.js';
import type { DriverSettings } from './host/settings.js';

/**
 * Everything about the host that completing a definition or building a command line may ask: a plain JSON value.
 * The driver gathers it (`@virtkit/core`); the pure packages only read it; a test or a browser hands in another.
 */
export interface HostDescription {
  arch: ArchitectureName;
  hostname?: string;
  /** UUID of the host. */
  uuid?: string;
  /** The driver runs as root (`qemu:///system`). */
  privileged: boolean;
  /** `qemu:///system`, for the emulator's helpers that call back. */
  uri?: string;
  /** Absent where the host's CPU is unknown. */
  cpu?: HostCpu;
  kvm: HostKvm;
  launchSecurity?: HostLaunchSecurity;
  /** Ways in which the host can be suspended. */
  powerManagement?: { suspendMem?: boolean; suspendDisk?: boolean; suspendHybrid?: boolean };
  /** The host has an IOMMU that is in use. */
  iommu?: boolean;
  memory: HostMemory;
  directories: HostDirectories;
  settings: DriverSettings;
  /** Environment of the driver's process; what of it an emulator gets is the builder's choice. */
  environment: Record<string, string>;
  programs: HostPrograms;
  /** Firmware images that exist of those that qemu.conf lists (`nvram`), for hosts without descriptors. */
  loaders?: string[];
  /** Firmware descriptors in the order of preference, masked ones left out. */
  firmware: FirmwareDescriptor[];
  devices: HostDevices;
  security: HostSecurity;
  /** Objects of other drivers: secrets, networks, volumes. */
  objects: HostObjects;
  /** Tap and bridge devices that exist. */
  networkInterfaces?: string[];
  allocations?: HostAllocations;
  moment?: HostMoment;
}
