import { randomBytes, randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { hostname } from 'node:os';
import type { HostDescription, HostMoment } from '@virtkit/capabilities';
import { hostArchitecture } from './architecture.js';
import { directoriesBelow } from './directories.js';
import { findEmulators } from './emulators.js';
import { readFirmwareDescriptors } from './firmware.js';
import { readMemory } from './memory.js';

export interface HostOptions {
  /** `qemu:///embed` and the like, for the emulator's helpers that call back. */
  readonly uri?: string;
  /** Root directory of the qemu driver. */
  readonly root?: string;
}

/** Where a driver without a root directory of its own would keep its files. */
const DEFAULT_ROOT = '/var/lib/virtkit';

function canUse(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Gathers what the pure packages may ask about this host. Reads files below /sys, /usr/share/qemu and PATH. */
export async function describeHost(options: HostOptions = {}): Promise<HostDescription> {
  const { uri = 'qemu:///embed', root = DEFAULT_ROOT } = options;
  const [memory, firmware] = await Promise.all([readMemory(), readFirmwareDescriptors()]);
  return {
    arch: hostArchitecture(),
    hostname: hostname(),
    privileged: process.getuid?.() === 0,
    uri,
    kvm: { available: canUse('/dev/kvm') },
    memory,
    directories: directoriesBelow(root),
    settings: {},
    environment: {},
    programs: { emulators: findEmulators(), vhostUser: [] },
    firmware,
    devices: { pci: [], scsi: [], vfio: canUse('/dev/vfio/vfio'), vhostNet: canUse('/dev/vhost-net') },
    security: { models: [{ model: 'none', doi: '0' }], defaultConfined: true, requireConfined: false },
    objects: { secrets: [], networks: [], volumes: [] },
  };
}

const hexOctets = (bytes: Buffer): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');

/** Draws what changes from one definition or start to the next; enough MAC addresses for `interfaces` interfaces. */
export function drawMoment(interfaces: number): HostMoment {
  const now = new Date();
  return {
    nowUtcSeconds: Math.floor(now.getTime() / 1000),
    utcOffsetMinutes: -now.getTimezoneOffset(),
    uuid: randomUUID(),
    macSuffixes: Array.from({ length: interfaces }, () => hexOctets(randomBytes(3))),
    masterKey: randomBytes(32).toString('base64'),
    initializationVector: randomBytes(16).toString('base64'),
  };
}
