import { action, type Command } from '../command.js';

/** Pauses a post-copy migration. */
export const migratePause = (): Command<void> => action('migrate_pause');
