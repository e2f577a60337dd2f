import { connect as connectSocket, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import { connectThroughSsh, type SshTarget } from './ssh.js';

/** Where a server is: a unix socket, a TCP port, the far end of `ssh`, or bytes that already flow. */
export type RpcTarget =
  | { readonly path: string }
  | { readonly host: string; readonly port: number }
  | { readonly ssh: SshTarget }
  | { readonly stream: Duplex };

/**
 * Connects to a server.
 * @throws VirtError SYSTEM_ERROR when nobody listens, the signal's reason when it aborts.
 */
export async function connectTransport(target: RpcTarget, signal: AbortSignal): Promise<Duplex> {
  signal.throwIfAborted();
  if ('stream' in target) return target.stream;
  if ('ssh' in target) return connectThroughSsh(target.ssh);
  const socket = 'path' in target ? connectSocket(target.path) : connectSocket(target.port, target.host);
  socket.setNoDelay(true);
  await connected(socket, signal, 'path' in target ? `socket to '${target.path}'` : `to ${target.host}:${target.port}`);
  return socket;
}

function connected(socket: Socket, signal: AbortSignal, where: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      socket.off('connect', onConnect);
      socket.off('error', onError);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onConnect = (): void => settle(resolve);
    const onError = (cause: Error): void =>
      settle(() => {
        const detail = `Failed to connect ${where}: ${cause.message}`;
        reject(new VirtError('SYSTEM_ERROR', detail, { domain: 'RPC', cause }));
      });
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
