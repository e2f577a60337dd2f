import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Writes a device’s changes into its backing file; `all` for every device. */
export const commit = (device: string): Command<void> => action(commandLine('commit', device));
