import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Removes a network backend. */
export const netdevDel = (id: string): Command<void> => action(commandLine('netdev_del', id));
