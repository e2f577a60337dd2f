import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Asks the guest to release the device with the alias `id`; it is gone only when the guest agrees. */
export const deviceDel = (id: string): Command<void> => action(commandLine('device_del', id));
