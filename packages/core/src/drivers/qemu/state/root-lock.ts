import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process/process-identity.js';

const POLL_MS = 10;
const TIMEOUT_MS = 30_000;

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function readHolder(path: string): Promise<ProcessIdentity | undefined> {
  try {
    const [pid = '', startTime = ''] = (await readFile(path, 'utf8')).split(' ');
    return { pid: Number(pid), startTime };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Puts a dead holder's lock aside. Two waiters may try at once: whoever renamed a live lock puts it back. */
async function breakLock(path: string, dead: ProcessIdentity): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const holder = await readHolder(aside);
  const isTheDeadOne = holder?.pid === dead.pid && holder.startTime === dead.startTime;
  if (!isTheDeadOne) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function tryAcquire(path: string): Promise<boolean> {
  const own = ownIdentity();
  const ticket = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(ticket, `${own.pid} ${own.startTime}`, { mode: 0o600 });
  try {
    // Unlike an exclusive create, a link appears with its content: nobody ever reads a lock without a holder.
    await link(ticket, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(ticket, { force: true });
  }
}

/**
 * Runs `action` while no other process holds the lock file `path`. Node has no flock(2); the file names its holder, and
 * a holder that has ended is passed over.
 * @throws VirtError OPERATION_TIMEOUT after 30 s
 */
export async function withLockFile<T>(path: string, signal: AbortSignal, action: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await tryAcquire(path))) {
    signal.throwIfAborted();
    const holder = await readHolder(path);
    if (holder !== undefined && !isAlive(holder)) {
      await breakLock(path, holder);
    } else if (performance.now() > deadline) {
      throw new VirtError('OPERATION_TIMEOUT', `process ${holder?.pid ?? '?'} holds ${path}`, { domain: 'QEMU' });
    } else {
      await sleep(POLL_MS, undefined, { signal });
    }
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
}
