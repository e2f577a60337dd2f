import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Asks the guest’s balloon driver to change the memory the guest has. */
export const balloon = (memoryMiB: number): Command<void> => action(commandLine('balloon', memoryMiB));
