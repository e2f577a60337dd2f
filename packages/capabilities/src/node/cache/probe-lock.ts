import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** How long to wait for a lock, and what ends the wait sooner. */
export interface LockOptions {
  signal?: AbortSignal | undefined;
  /** A lock that is older was left behind. */
  staleAfterMs: number;
  /** Looked at before each try: what the lock is for may have been done meanwhile. */
  done(): Promise<boolean>;
}

/**
 * Takes the lock, a file with the holder's process id, unless `done` says that there is no more need.
 * The lock of a process that is dead, or that has held it for longer than any holder may, is taken over;
 * should several find it at one moment, more than one may go on, which costs a probe and does no harm.
 *
 * @returns what releases the lock; undefined when `done`.
 * @throws the signal's reason; the file system's errors where the directory can't be written to.
 */
export async function takeLock(path: string, options: LockOptions): Promise<(() => Promise<void>) | undefined> {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    if (await options.done()) return undefined;
    if (await createLock(path)) return () => rm(path, { force: true });
    if (await isLeftBehind(path, options.staleAfterMs)) await rm(path, { force: true });
    else await sleep(POLL_MS, undefined, { signal: options.signal });
  }
}

async function createLock(path: string): Promise<boolean> {
  try {
    await using file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isLeftBehind(path: string, staleAfterMs: number): Promise<boolean> {
  try {
    const [status, text] = await Promise.all([stat(path), readFile(path, 'utf8')]);
    if (Date.now() - status.mtimeMs > staleAfterMs) return true;
    // A lock that is still empty is about to be filled in.
    return text !== '' && !isAlive(Number(text));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
