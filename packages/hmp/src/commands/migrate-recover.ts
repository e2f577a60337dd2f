import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Lets the target of a broken post-copy migration receive its rest. */
export const migrateRecover = (uri: string): Command<void> => action(commandLine('migrate_recover', uri));
