import type { FileHandle } from 'node:fs/promises';
import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { VirtError } from '@virtkit/errors';

const CHUNK = 256 * 1024;

/** A socket at which QEMU hands over the machine's state. */
export interface StateReceiver {
  /** Resolves when all that came stands in the file. */
  readonly received: Promise<void>;
  close(): void;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new VirtError('SYSTEM_ERROR', `cannot listen on ${path}: ${cause.message}`, { domain: 'QEMU', cause }));
    });
    server.listen(path, resolve);
  });
}

/** Listens at `path` for the state of one machine, and writes it into the file from `offset` on. */
export async function receiveState(
  path: string,
  file: FileHandle,
  offset: number,
  signal: AbortSignal,
): Promise<StateReceiver> {
  const server = createServer();
  const received = new Promise<void>((resolve, reject) => {
    server.once('connection', (socket) => {
      server.close();
      pipeline(socket, (chunks: AsyncIterable<Buffer>) => writeAll(file, offset, chunks), { signal }).then(
        resolve,
        (cause: unknown) => reject(writeError(cause)),
      );
    });
  });
  // Whoever waits hears of it; a save that failed for another reason doesn't wait.
  received.catch(() => {});
  await listening(server, path);
  return { received, close: () => void server.close() };
}

/**
 * Connects to the QEMU that listens at `path`, and sends it what stands in the file from `offset` on. Whether all arrived QEMU
 * alone can tell: it may hang up when it has what it needs.
 * @returns ends the sending
 */
export async function sendState(path: string, file: FileHandle, offset: number): Promise<() => Promise<void>> {
  const socket = await connected(path);
  socket.on('error', () => {});
  const sent = writeTo(socket, readAll(file, offset)).catch(() => void socket.destroy());
  return () => {
    socket.destroy();
    return sent;
  };
}

/** A pipeline would wait for ever for a socket whose other side hung up. */
async function writeTo(socket: Socket, chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of chunks) {
    if (socket.destroyed) return;
    await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
  }
  socket.end();
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTo(path, () => resolve(socket));
    socket.once('error', (cause) => {
      reject(new VirtError('SYSTEM_ERROR', `cannot connect to ${path}: ${cause.message}`, { domain: 'QEMU', cause }));
    });
  });
}

async function writeAll(file: FileHandle, offset: number, chunks: AsyncIterable<Buffer>): Promise<void> {
  let position = offset;
  for await (const chunk of chunks) {
    let written = 0;
    while (written < chunk.length) {
      const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position);
      written += bytesWritten;
      position += bytesWritten;
    }
  }
}

async function* readAll(file: FileHandle, offset: number): AsyncGenerator<Buffer> {
  for (let position = offset; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function writeError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause.name === 'AbortError') return cause;
  return new VirtError('OPERATION_FAILED', `cannot write the domain's state: ${cause.message}`, {
    domain: 'QEMU',
    cause,
  });
}
