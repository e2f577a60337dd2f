import { action, type Command } from '../command.js';

/** Cancels the current migration; succeeds without one, too. */
export const migrateCancel = (): Command<void> => action('migrate_cancel');
