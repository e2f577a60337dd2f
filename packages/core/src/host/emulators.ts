import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Architecture, type ArchitectureName, architectures, isArchitectureName } from '@virtkit/capabilities';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Paths of the installed `qemu-system-*`, by the architecture of their guests, as PATH finds them. */
export function findEmulators(path = process.env.PATH ?? '/usr/bin:/bin'): Partial<Record<ArchitectureName, string>> {
  const directories = path.split(delimiter).filter((directory) => directory.startsWith('/'));
  const found: Partial<Record<ArchitectureName, string>> = {};
  for (const arch of Object.keys(architectures).filter(isArchitectureName)) {
    const { qemuTarget = arch }: Architecture = architectures[arch];
    const program = directories.map((directory) => join(directory, `qemu-system-${qemuTarget}`)).find(isExecutable);
    if (program !== undefined) found[arch] = program;
  }
  return found;
}
