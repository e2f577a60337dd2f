import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Presses keys together, such as `sendkey(['ctrl', 'alt', 'f1'])`, for `holdTimeMs` (100 unless told). */
export const sendkey = (keys: readonly string[], holdTimeMs?: number): Command<void> =>
  action(commandLine('sendkey', keys.join('-'), holdTimeMs));
