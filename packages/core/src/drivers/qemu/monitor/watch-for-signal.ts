import { statSync } from 'node:fs';
import { lastWords } from '../process/last-words.js';

/** QEMU's log of a signal that it obeys (7.2: `qemu-system-x86_64: terminating on signal 15 from pid 1 (init)`). */
const TERMINATING = /: terminating on signal \d+/;

/**
 * Watches an emulator's log from now on, for monitors without an event of its end.
 * @returns what tells whether a signal told the emulator to end; one that was killed or crashed has said nothing of it
 */
export function watchForSignal(logPath: string): () => Promise<boolean> {
  const offset = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  return async () => TERMINATING.test(await lastWords(logPath, offset));
}
