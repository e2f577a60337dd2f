import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';

const POLL_MS = 5;
const TIMEOUT_MS = 30_000;

/** A name in Linux's abstract namespace of sockets, the same for everybody who sees the directory, by whatever path. */
function lockName(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true });
  return `\0virtkit-directory-${dev}-${ino}`;
}

/** Binds the name, or tells by undefined that somebody has. */
function tryBind(name: string): Promise<Server | undefined> {
  const server = createServer((visitor) => visitor.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new VirtError('SYSTEM_ERROR', `cannot lock: ${error.message}`, { domain: 'QEMU', cause: error }));
    });
    server.listen(name, () => resolve(server));
  });
}

/**
 * Runs `action` while nobody else on this machine holds the lock of a directory. Node has no flock(2); a bound name of an
 * abstract socket is as exclusive, and the kernel lets it go with the process that holds it.
 * @throws VirtError OPERATION_TIMEOUT after 30 s
 */
export async function withDirectoryLock<T>(
  directory: string,
  signal: AbortSignal,
  action: () => Promise<T>,
): Promise<T> {
  const name = lockName(directory);
  const deadline = performance.now() + TIMEOUT_MS;
  let lock = await tryBind(name);
  while (lock === undefined) {
    signal.throwIfAborted();
    if (performance.now() > deadline) {
      throw new VirtError('OPERATION_TIMEOUT', `another process holds the lock of ${directory}`, { domain: 'QEMU' });
    }
    await sleep(POLL_MS, undefined, { signal });
    lock = await tryBind(name);
  }
  try {
    return await action();
  } finally {
    lock.close();
  }
}
