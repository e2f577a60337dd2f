import { randomInt } from 'node:crypto';
import { echoOf } from './echo.js';

/** What the monitor sends when it is ready for a line. */
export const PROMPT = Buffer.from('(qemu) ', 'latin1');

/** What it sends when it is ready for a password. */
export const PASSWORD_PROMPT = Buffer.from('Password: ', 'latin1');

/**
 * A command that no monitor knows, with the exact bytes that come back for it. Typed behind each command, it marks the end
 * of the command's reply: a reply may hold `(qemu) `, but not the echo of a word that was drawn at random.
 */
export interface Sentinel {
  /** What to type, Enter included. */
  readonly line: Buffer;
  /** The prompt that ends the reply before, the sentinel's echo, the answer to it, and the prompt behind that. */
  readonly mark: Buffer;
}

/** Draws a sentinel. */
export function createSentinel(): Sentinel {
  const word = `~${randomInt(36 ** 5)
    .toString(36)
    .padStart(5, '0')}`;
  const line = Buffer.from(word, 'latin1');
  const answer = Buffer.from(`unknown command: '${word}'\r\n`, 'latin1');
  return { line: Buffer.from(`${word}\n`, 'latin1'), mark: Buffer.concat([PROMPT, echoOf(line), answer, PROMPT]) };
}
