import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Goes back to an internal snapshot. */
export const loadvm = (tag: string): Command<void> => action(commandLine('loadvm', tag));
