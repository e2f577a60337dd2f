import { action, type Command } from '../command.js';
import { commandLine, optionList, type Properties } from '../command-line-words.js';

/** Replaces what is behind the character device `id`. */
export const chardevChange = (id: string, backend: string, properties: Properties = {}): Command<void> =>
  action(commandLine('chardev-change', id, optionList(backend, properties)));
