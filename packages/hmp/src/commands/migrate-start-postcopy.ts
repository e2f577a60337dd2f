import { action, type Command } from '../command.js';

/** Goes on with the current migration as post-copy. */
export const migrateStartPostcopy = (): Command<void> => action('migrate_start_postcopy');
