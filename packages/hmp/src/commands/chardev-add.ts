import { action, type Command } from '../command.js';
import { commandLine, optionList, type Properties } from '../command-line-words.js';

/** Adds a character device, such as `chardevAdd('null', { id: 'charserial0' })`. */
export const chardevAdd = (backend: string, properties: Properties): Command<void> =>
  action(commandLine('chardev-add', optionList(backend, properties)));
