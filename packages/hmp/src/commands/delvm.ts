import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Deletes an internal snapshot. QEMU 7.2 says nothing if there is none of that tag. */
export const delvm = (tag: string): Command<void> => action(commandLine('delvm', tag));
