import { once } from 'node:events';
import { Socket } from 'node:net';
import { Duplex, type Readable, type Writable } from 'node:stream';
import { HmpError } from '../hmp-error.js';

/** Where the monitor is. */
export type MonitorAddress =
  /** A unix socket. */
  | { readonly path: string }
  /** A TCP port. */
  | { readonly port: number; readonly host?: string | undefined }
  /** A stream of the caller's; closing the client destroys it. */
  | { readonly stream: Duplex }
  /** A process that has the monitor on its standard input and output (`-monitor stdio`). */
  | { readonly child: { readonly stdin: Writable | null; readonly stdout: Readable | null } };

/**
 * Opens the stream to a monitor.
 *
 * @throws HmpError `CONNECT_FAILED`; the reason of `signal` when that is aborted.
 */
export async function openStream(address: MonitorAddress, signal: AbortSignal): Promise<Duplex> {
  signal.throwIfAborted();
  if ('child' in address) return childStream(address.child);
  if ('stream' in address) return liveStream(address.stream);
  const socket = new Socket();
  try {
    socket.connect({ ...address });
    await once(socket, 'connect', { signal });
    return socket.setNoDelay(true);
  } catch (cause) {
    socket.on('error', () => {}).destroy();
    signal.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HmpError('CONNECT_FAILED', `no monitor at ${describeAddress(address)}: ${why}`, { cause });
  }
}

/** The address, for messages. */
export function describeAddress(address: MonitorAddress): string {
  if ('path' in address) return address.path;
  if ('port' in address) return `${address.host ?? 'localhost'}:${address.port}`;
  return 'stream' in address ? 'the stream' : 'the process';
}

function childStream({ stdin, stdout }: { stdin: Writable | null; stdout: Readable | null }): Duplex {
  if (stdin === null || stdout === null) {
    throw new HmpError('INVALID_ARGUMENT', 'the process has no pipes as its standard input and output');
  }
  return Duplex.from({ readable: stdout, writable: stdin });
}

function liveStream(stream: Duplex): Duplex {
  if (stream.destroyed) throw new HmpError('CONNECT_FAILED', 'the stream is destroyed');
  return stream;
}
