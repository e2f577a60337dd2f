import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Plugs the cable of the network device or backend `name` in, or out. */
export const setLink = (name: string, isUp: boolean): Command<void> =>
  action(commandLine('set_link', name, isUp ? 'on' : 'off'));
