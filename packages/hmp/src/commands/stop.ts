import { action, type Command } from '../command.js';

/** Suspends the domain’s CPUs. */
export const stop = (): Command<void> => action('stop');
