import { action, type Command } from '../command.js';

/** Sends the guest a non-maskable interrupt. */
export const nmi = (): Command<void> => action('nmi');
