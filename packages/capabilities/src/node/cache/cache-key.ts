import { stat } from 'node:fs/promises';
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
export async function cacheKeyOf(binary: string, host: HostFacts): Promise<CacheKey> {
  const environment = Object.fromEntries(
    environmentNames.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const directories = [...moduleDirectories, ...(environment.QEMU_MODULE_DIR ? [environment.QEMU_MODULE_DIR] : [])];
  const [binaryCtimeNs, interpreterMtimeNs, ...changes] = await Promise.all([
    ctimeOf(binary),
    mtimeOf(ownPath()),
    ...directories.map(mtimeOf),
  ]);
  const modules = directories.flatMap((directory, index) => (changes[index] ? [[directory, changes[index]]] : []));
  return { binary, binaryCtimeNs, modules: Object.fromEntries(modules), interpreterMtimeNs, host, environment };
}

/** Whether the files that the key tells of are as they were. */
export async function isCurrent({ binary, binaryCtimeNs, modules }: CacheKey): Promise<boolean> {
  const [ctime, ...times] = await Promise.all([ctimeOf(binary), ...Object.keys(modules).map(mtimeOf)]);
  return ctime === binaryCtimeNs && Object.values(modules).every((time, index) => time === times[index]);
}

/** Whether two keys stand for the same answer. */
export function isSameKey(one: CacheKey, other: CacheKey): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function ctimeOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    (status) => String(status.ctimeNs),
    () => '',
  );
}

function ownPath(): string {
  return import.meta.url.startsWith('file:') ? fileURLToPath(import.meta.url) : '';
}

async function mtimeOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    (status) => String(status.mtimeNs),
    () => '',
  );
}
