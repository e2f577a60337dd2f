import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Lets a QEMU started with `-incoming defer` receive a migration. */
export const migrateIncoming = (uri: string): Command<void> => action(commandLine('migrate_incoming', uri));
