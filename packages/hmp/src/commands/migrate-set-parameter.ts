import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Sets a parameter of migrations, such as `migrateSetParameter('max-bandwidth', '1G')`. */
export const migrateSetParameter = (name: string, value: string | number): Command<void> =>
  action(commandLine('migrate_set_parameter', name, value));
