import { randomBytes } from 'node:crypto';
import { closeSync, fsync, openSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { VirtError } from '@virtkit/errors';

const TEMPORARY = /^\..*\.new$/;

const untilOnDisk = promisify(fsync);

/** Of all that is done to a file, only the disk's part takes longer than to ask somebody else to do it. */
async function synced(path: string, flags: string, write: (file: number) => void): Promise<void> {
  const file = openSync(path, flags, 0o600);
  try {
    write(file);
    await untilOnDisk(file);
  } finally {
    closeSync(file);
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
    await synced(temporary, 'wx', (file) => writeFileSync(file, text));
    renameSync(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const why = cause instanceof Error ? cause.message : cause;
    throw new VirtError('SYSTEM_ERROR', `cannot write '${path}': ${why}`, { domain: 'QEMU', cause });
  }
  await synced(directory, 'r', () => {});
}

/** Removes a file for good; one that isn't there is no error. */
export async function removeFileDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await synced(dirname(path), 'r', () => {});
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
