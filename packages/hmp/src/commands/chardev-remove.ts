import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Removes a character device that nothing uses. */
export const chardevRemove = (id: string): Command<void> => action(commandLine('chardev-remove', id));
