import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Writes the guest's memory to a file of the host, as an ELF core; replies when that is done. */
export const dumpGuestMemory = (filename: string): Command<void> => action(commandLine('dump-guest-memory', filename));
