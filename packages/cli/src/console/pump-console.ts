import type { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Streams } from '../command/command-context.js';

/** Ctrl + ] */
const ESCAPE = 0x1d;

/**
 * Passes bytes both ways until the console ends, the escape byte (^]) comes in, or `signal` aborts. The end of the input
 * alone ends nothing: what the guest says goes on. A terminal is raw meanwhile.
 */
export async function pumpConsole(console: Duplex, { stdin, stdout }: Streams, signal: AbortSignal): Promise<void> {
  let hasLeft = false;
  const leave = (): void => {
    hasLeft = true;
    console.destroy();
  };
  const type = (chunk: Buffer | string): void => {
    const bytes = Buffer.from(chunk);
    const end = bytes.indexOf(ESCAPE);
    const typed = end === -1 ? bytes : bytes.subarray(0, end);
    if (typed.length > 0 && console.writable && !console.write(typed)) {
      stdin.pause();
      console.once('drain', () => stdin.resume());
    }
    // Left only once it has taken what was typed before.
    if (end !== -1) console.write('', leave);
  };
  const ending = finished(console, { writable: false });
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  stdin.setRawMode?.(true);
  stdin.on('data', type);
  console.pipe(stdout, { end: false });
  try {
    await ending;
  } catch (error) {
    if (!hasLeft) throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    stdin.off('data', type);
    stdin.pause();
    stdin.setRawMode?.(false);
    console.destroy();
  }
}
