import { action, type Command } from '../command.js';

/** Resets the domain. */
export const systemReset = (): Command<void> => action('system_reset');
