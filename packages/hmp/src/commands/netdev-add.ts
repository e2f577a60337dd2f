import { action, type Command } from '../command.js';
import { commandLine, optionList, type Properties } from '../command-line-words.js';

/** Adds a network backend, such as `netdevAdd('user', { id: 'hostnet0' })`. */
export const netdevAdd = (type: string, properties: Properties): Command<void> =>
  action(commandLine('netdev_add', optionList(type, properties)));
