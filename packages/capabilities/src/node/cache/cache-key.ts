import { type BigIntStats, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HostFacts } from '../host-facts.js';

/** Everything that the capabilities of an emulator depend on. Equal keys mean that they are still right. */
export interface CacheKey {
  binary: string;
  /** Change of the emulator's inode, in nanoseconds as decimal digits. */
  binaryCtimeNs: string;
  /** Change of the directories of the emulator's modules, by path, likewise. */
  modules: Record<string, string>;
  /** Change of this code, likewise; empty where it isn't in a file of its own. */
  interpreterMtimeNs: string;
  host: HostFacts;
  environment: Record<string, string>;
}

/** Variables that change what an emulator loads. */
const environmentNames = ['QEMU_MODULE_DIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD'] as const;

const moduleDirectories = [
  '/usr/lib/qemu',
  '/usr/lib64/qemu',
  '/usr/local/lib/qemu',
  ...['aarch64', 'arm', 'i386', 'loongarch64', 'powerpc64le', 'riscv64', 's390x', 'x86_64'].map(
    (cpu) => `/usr/lib/${cpu}-linux-gnu${cpu === 'arm' ? 'eabihf' : ''}/qemu`,
  ),
];

/** The key of an emulator as it is now. */
export function cacheKeyOf(binary: string, host: HostFacts): CacheKey {
  const environment = Object.fromEntries(
    environmentNames.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const directories = [...moduleDirectories, ...(environment.QEMU_MODULE_DIR ? [environment.QEMU_MODULE_DIR] : [])];
  const modules = directories.map((directory) => [directory, mtimeOf(directory)] as const);
  return {
    binary,
    binaryCtimeNs: ctimeOf(binary),
    modules: Object.fromEntries(modules.filter(([, changed]) => changed !== '')),
    interpreterMtimeNs: mtimeOf(ownPath()),
    host,
    environment,
  };
}

/** Whether the files that the key tells of are as they were. */
export function isCurrent({ binary, binaryCtimeNs, modules }: CacheKey): boolean {
  return (
    ctimeOf(binary) === binaryCtimeNs &&
    Object.entries(modules).every(([directory, time]) => mtimeOf(directory) === time)
  );
}

/** Whether two keys stand for the same answer. */
export function isSameKey(one: CacheKey, other: CacheKey): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ctimeOf(path: string): string {
  return String(statusOf(path)?.ctimeNs ?? '');
}

function mtimeOf(path: string): string {
  return String(statusOf(path)?.mtimeNs ?? '');
}

/** The stat of a path that is there; it takes less than to ask another thread for it. */
function statusOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function ownPath(): string {
  return import.meta.url.startsWith('file:') ? fileURLToPath(import.meta.url) : '';
}
