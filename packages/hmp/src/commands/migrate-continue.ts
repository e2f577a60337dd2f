import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Goes on with a migration that waits in `state`, such as `pre-switchover`. */
export const migrateContinue = (state: string): Command<void> => action(commandLine('migrate_continue', state));
