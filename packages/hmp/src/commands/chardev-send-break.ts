import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Sends a break on a character device. */
export const chardevSendBreak = (id: string): Command<void> => action(commandLine('chardev-send-break', id));
