import { connect as connectSocket, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { connectThroughSsh, type SshTarget } from './ssh.js';

/** Where a server is: a unix socket, a TCP port, the far end of `ssh`, or bytes that already flow. */
export type RpcTarget =
  | { readonly path: string }
  | { readonly host: string; readonly port: number }
  | { readonly ssh: SshTarget }
  | { readonly stream: Duplex };

/** How long to wait before knocking again where too many wait already. */
const BUSY_MS = 10;

/**
 * Connects to a server.
 * @throws VirtError SYSTEM_ERROR when nobody listens, the signal's reason when it aborts.
 */
export async function connectTransport(target: RpcTarget, signal: AbortSignal): Promise<Duplex> {
  signal.throwIfAborted();
  if ('stream' in target) return target.stream;
  if ('ssh' in target) return connectThroughSsh(target.ssh);
  for (;;) {
    const socket = 'path' in target ? connectSocket(target.path) : connectSocket(target.port, target.host);
    try {
      await connected(socket, signal);
      return socket.setNoDelay(true);
    } catch (cause) {
      signal.throwIfAborted();
      if (!isBusy(cause)) throw unreachable(target, cause);
    }
    await delay(BUSY_MS, undefined, { signal });
  }
}

/** Whether a unix socket has more clients waiting than it takes: whoever connects in blocking mode waits by itself. */
const isBusy = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'EAGAIN';

function unreachable(target: { path: string } | { host: string; port: number }, cause: unknown): VirtError {
  const where = 'path' in target ? `socket to '${target.path}'` : `to ${target.host}:${target.port}`;
  const detail = `Failed to connect ${where}: ${cause instanceof Error ? cause.message : cause}`;
  return new VirtError('SYSTEM_ERROR', detail, { domain: 'RPC', cause });
}

function connected(socket: Socket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      socket.off('connect', onConnect);
      socket.off('error', onError);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onConnect = (): void => settle(resolve);
    const onError = (cause: Error): void => settle(() => reject(cause));
    const onAbort = (): void =>
      settle(() => {
        socket.destroy();
        reject(signal.reason);
      });
    socket.on('connect', onConnect);
    socket.on('error', onError);
    signal.addEventListener('abort', onAbort);
  });
}
