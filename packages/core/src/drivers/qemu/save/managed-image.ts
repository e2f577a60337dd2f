import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import { removeFileDurably } from '../state/atomic-file.js';

/** Where a domain's managed save image is: `lib/save/NAME.save`. */
export function managedImagePath({ layout }: QemuRoot, { name }: DomainRecord): string {
  return join(layout.managedImages, `${name}.save`);
}

/** Whether the next start takes up what a managed save left. */
export function hasManagedImage(root: QemuRoot, record: DomainRecord): boolean {
  return existsSync(managedImagePath(root, record));
}

/** Removes the image; without one, nothing. */
export async function removeManagedImage(root: QemuRoot, record: DomainRecord): Promise<void> {
  if (hasManagedImage(root, record)) await removeFileDurably(managedImagePath(root, record));
}

/** The path of the image, in a directory that is there. */
export async function prepareManagedImage(root: QemuRoot, record: DomainRecord): Promise<string> {
  const path = managedImagePath(root, record);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}
