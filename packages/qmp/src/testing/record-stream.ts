import { Duplex } from 'node:stream';
import { formatRecordedLine, type RecordedLine } from './recording.js';

/**
 * Passes a connection through, and writes down all that passes. Give the result to `connect({ stream })`.
 *
 * @param stream Connected to a server that has not been read from.
 * @param write Takes each line of the recording, such as the `write` of a file's stream.
 */
export function recordStream(stream: Duplex, write: (line: string) => void): Duplex {
  const startedAt = performance.now();
  const record = (dir: RecordedLine['dir'], bytes: Uint8Array) => {
    const t = Math.round((performance.now() - startedAt) * 10) / 10_000;
    write(formatRecordedLine({ t, dir, raw: Buffer.from(bytes).toString('latin1') }));
  };
  let isEnded = false;
  const recordEnd = () => {
    if (!isEnded) record('eof', new Uint8Array());
    isEnded = true;
  };
  const recorder = new Duplex({
    read: () => {},
    write: (chunk: Uint8Array, _encoding, done) => {
      record('out', chunk);
      stream.write(chunk, done);
    },
    final: (done) => {
      stream.end(done);
    },
    destroy: (error, done) => {
      stream.destroy();
      done(error);
    },
  });
  stream.on('data', (chunk: Uint8Array) => {
    record('in', chunk);
    recorder.push(chunk);
  });
  stream.on('end', () => recorder.push(null));
  stream.on('error', (error) => recorder.destroy(error));
  stream.on('close', () => recorder.destroy());
  // A server may end the connection either way; a client that leaves first has seen no end.
  for (const end of ['end', 'error'] as const) stream.prependOnceListener(end, recordEnd);
  return recorder;
}
