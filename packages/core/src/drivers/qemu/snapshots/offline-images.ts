import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Disk } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { pathOfDisk } from '../images/path-of-disk.js';

const run = promisify(execFile);

/** What `qemu-img snapshot` does, by its option. */
const ACTIONS = { create: '-c', apply: '-a', delete: '-d' } as const;

/**
 * Creates, applies or deletes a snapshot in the images of disks that nobody uses. Creating is all or nothing.
 * @throws VirtError INTERNAL_ERROR with qemu-img's words
 */
export async function changeImages(
  action: keyof typeof ACTIONS,
  name: string,
  disks: readonly Disk[],
  signal: AbortSignal,
): Promise<void> {
  const done: string[] = [];
  try {
    for (const disk of disks) {
      const path = pathOfDisk(disk);
      if (path === undefined) continue;
      await changeImage(action, name, path, signal);
      done.push(path);
    }
  } catch (error) {
    if (action === 'create') {
      const undone = done.map((path) => changeImage('delete', name, path, new AbortController().signal));
      await Promise.allSettled(undone);
    }
    throw error;
  }
}

async function changeImage(
  action: keyof typeof ACTIONS,
  name: string,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await run('qemu-img', ['snapshot', ACTIONS[action], name, path], { signal });
  } catch (cause) {
    signal.throwIfAborted();
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new VirtError('INTERNAL_ERROR', `cannot ${action} snapshot '${name}' in ${path}: ${words}`, {
      domain: 'QEMU',
      cause,
    });
  }
}
