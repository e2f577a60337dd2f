// How set-up says that it can't go on.
import { CommandError } from '../command.mjs';

/** Set-up that can't go on; the message says what the reader can do. */
export class SetUpError extends Error {
  /** @param {string} message @param {ErrorOptions} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'SetUpError';
  }
}

/**
 * The end of what a failed program said, indented.
 * @param {unknown} error
 */
export function lastWords(error) {
  const lines = (error instanceof CommandError ? error.message : String(error)).trim().split('\n').slice(-12);
  return lines.map((line) => `  ${line}`).join('\n');
}
