import { action, type Command } from '../command.js';

/** Ends QEMU. Over QMP the reply may be lost with the connection. */
export const quit = (): Command<void> => action('quit');
