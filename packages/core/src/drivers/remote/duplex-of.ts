import { Duplex } from 'node:stream';
import type { RpcStream } from '@virtkit/rpc/node';

/** The ways a stream has (the traits of its procedure). */
export interface StreamWays {
  readonly isRead: boolean;
  readonly isWritten: boolean;
}

/**
 * A stream of the wire as Node's, read and written at the pace of either side. Ending it, or reading it to its end,
 * finishes it; destroying it before that aborts it.
 */
export function duplexOf(stream: RpcStream, { isRead, isWritten }: StreamWays): Duplex {
  const chunks = stream[Symbol.asyncIterator]();
  const duplex: Duplex = new Duplex({
    // Once the other side has sent all, the stream is over for both.
    allowHalfOpen: !isRead,
    read: () => {
      if (isRead) read(duplex, stream, chunks);
      else duplex.push(null);
    },
    write: (chunk: Uint8Array, _encoding, done) => {
      stream.write(chunk).then(() => done(), done);
    },
    final: (done) => {
      if (isWritten) stream.finish().then(() => done(), done);
      else done();
    },
    destroy: (error, done) => {
      stream.abort();
      done(error);
    },
  });
  if (!isRead) duplex.resume();
  if (!isWritten) duplex.end();
  return duplex;
}

function read(duplex: Duplex, stream: RpcStream, chunks: AsyncGenerator<Uint8Array, void, void>): void {
  chunks
    .next()
    .then(async ({ value }) => {
      if (value === undefined) await stream.finish();
      duplex.push(value ?? null);
    })
    .catch((error: unknown) => {
      duplex.destroy(error instanceof Error ? error : new Error(String(error)));
    });
}
