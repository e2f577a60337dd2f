import { Duplex } from 'node:stream';
import type { RpcStream } from '@virtkit/rpc/node';

/** A stream of the wire as Node's, read and written at the pace of either side. Destroying it before its end aborts it. */
export function duplexOf(stream: RpcStream): Duplex {
  const chunks = stream[Symbol.asyncIterator]();
  let isOver = false;
  const duplex: Duplex = new Duplex({
    read: () => {
      chunks.next().then(
        ({ done, value }) => {
          isOver = done === true;
          duplex.push(value ?? null);
        },
        (error: unknown) => duplex.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
    write: (chunk: Uint8Array, _encoding, done) => {
      stream.write(chunk).then(() => done(), done);
    },
    final: (done) => {
      stream.finish().then(() => done(), done);
    },
    destroy: (error, done) => {
      if (!isOver) stream.abort();
      done(error);
    },
  });
  return duplex;
}
