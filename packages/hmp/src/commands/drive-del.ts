import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Removes a drive; a device that uses it fails from then on. */
export const driveDel = (id: string): Command<void> => action(commandLine('drive_del', id));
