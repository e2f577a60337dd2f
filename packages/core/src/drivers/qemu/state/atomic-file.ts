import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { VirtError } from '@virtkit/errors';

const TEMPORARY = /^\..*\.new$/;

async function synced(path: string, flags: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes a file so that a crash at any instant leaves the old content or the new one, and the new one once this returns.
 * @throws VirtError SYSTEM_ERROR, with the old content still there, if the disk is full, say
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const directory = dirname(path);
  const temporary = join(directory, `.${randomBytes(6).toString('hex')}.new`);
  try {
    await synced(temporary, 'wx', (file) => file.writeFile(text));
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const why = cause instanceof Error ? cause.message : cause;
    throw new VirtError('SYSTEM_ERROR', `cannot write '${path}': ${why}`, { domain: 'QEMU', cause });
  }
  await synced(directory, 'r', async () => {});
}

/** Removes a file for good; one that isn't there is no error. */
export async function removeFileDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await synced(dirname(path), 'r', async () => {});
}

/** Whether a directory entry is what a crash left of an unfinished write. */
export function isUnfinishedWrite(path: string): boolean {
  return TEMPORARY.test(basename(path));
}

/** Removes what crashed writers left in a directory; only while nobody else may write there. */
export async function removeUnfinishedWrites(directory: string): Promise<void> {
  const names = await readdir(directory);
  await Promise.all(names.filter(isUnfinishedWrite).map((name) => rm(join(directory, name), { force: true })));
}
