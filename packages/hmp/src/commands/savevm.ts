import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Takes an internal snapshot of disks and memory; QEMU makes up a tag if there is none. Later commands wait for it. */
export const savevm = (tag?: string): Command<void> => action(commandLine('savevm', tag));
