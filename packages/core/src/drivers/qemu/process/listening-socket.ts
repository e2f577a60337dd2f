import { rename } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { VirtError } from '@virtkit/errors';

/** sockaddr_un holds 108 bytes, the closing NUL among them. */
const PATH_LIMIT = 107;

export interface ListeningSocket {
  readonly path: string;
  /** The descriptor to hand to the child. */
  readonly descriptor: number;
  /** Closes our descriptor; the child's stays, and so does the path. */
  close(): void;
}

function descriptorOf(server: Server): number {
  // Node's documented API has no way to a listening server's descriptor; the handle's `fd` has been there since 0.x.
  const handle: unknown = Reflect.get(server, '_handle');
  const descriptor: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
  if (typeof descriptor !== 'number' || descriptor < 0) {
    throw new VirtError('INTERNAL_ERROR', 'this Node.js gives no descriptor of a listening socket', { domain: 'QEMU' });
  }
  return descriptor;
}

function listen(path: string): Promise<Server> {
  const server = createServer({ pauseOnConnect: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** The name that a socket which listens at `path` was bound to. Closing a server unlinks that name, so it isn't `path`. */
export function boundName(path: string): string {
  return `${path}.new`;
}

/**
 * A unix socket that listens at `path` for a child that is still to be spawned: who connects before the child accepts
 * waits in the backlog, so nobody has to poll for the path.
 * @throws VirtError SYSTEM_ERROR if it can't be had
 */
export async function listenForChild(path: string): Promise<ListeningSocket> {
  const bound = boundName(path);
  if (Buffer.byteLength(bound) > PATH_LIMIT) {
    throw new VirtError('SYSTEM_ERROR', `the path of a unix socket has at most ${PATH_LIMIT} bytes: ${bound}`, {
      domain: 'QEMU',
    });
  }
  const server = await listen(bound).catch((cause: unknown) => {
    throw new VirtError('SYSTEM_ERROR', `cannot listen on ${path}: ${cause instanceof Error ? cause.message : cause}`, {
      domain: 'QEMU',
      cause,
    });
  });
  await rename(bound, path);
  return { path, descriptor: descriptorOf(server), close: () => void server.close() };
}
