import { closeSync, constants, openSync } from 'node:fs';
import { Duplex } from 'node:stream';
import { ReadStream } from 'node:tty';
import { VirtError } from '@virtkit/errors';

/**
 * A pseudo-terminal of an emulator as a stream. It ends when the emulator does.
 * @throws VirtError SYSTEM_ERROR if it can't be opened
 */
export function openTerminal(path: string): Duplex {
  // Polled by the event loop; a file stream would hold one of four threads for every silent console.
  const descriptor = openForBoth(path);
  const terminal = new ReadStream(descriptor);
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => {
      terminal.resume();
    },
    write: (chunk, _encoding, done) => {
      terminal.write(chunk, done);
    },
    destroy: (error, done) => {
      terminal.destroy();
      // The event loop polls a descriptor of its own, and leaves the one it was given to us.
      closeSync(descriptor);
      done(error);
    },
  });
  terminal.on('data', (chunk) => {
    if (!stream.push(chunk)) terminal.pause();
  });
  // The emulator's end of the terminal closes with it, which reads as EIO.
  for (const end of ['end', 'error', 'close']) terminal.once(end, () => stream.push(null));
  return stream;
}

function openForBoth(path: string): number {
  try {
    return openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VirtError('SYSTEM_ERROR', `cannot open ${path}: ${reason}`, { domain: 'QEMU', cause });
  }
}
