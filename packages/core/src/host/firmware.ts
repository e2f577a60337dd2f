import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirmwareDescriptor } from '@virtkit/capabilities';
import { readFirmwareDescriptor } from './firmware-descriptor.js';

/** QEMU's firmware descriptors, the later directory masking the earlier by file name (docs/interop/firmware.json). */
const DIRECTORIES = ['/usr/share/qemu/firmware', '/etc/qemu/firmware'];

/** The installed firmware descriptors in the order of preference; an empty file masks its namesake. */
export async function readFirmwareDescriptors(directories = DIRECTORIES): Promise<FirmwareDescriptor[]> {
  const paths = new Map<string, string>();
  for (const directory of directories) {
    const names = await readdir(directory).catch(() => []);
    for (const name of names) if (name.endsWith('.json')) paths.set(name, join(directory, name));
  }
  const ordered = [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  const descriptors = await Promise.all(
    ordered.map(async (path) => readFirmwareDescriptor(path, await readFile(path, 'utf8'))),
  );
  return descriptors.filter((descriptor) => descriptor !== undefined);
}
