import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Sets a property of an object in QEMU's object tree. The monitor takes the rest of the line for the value, as it is. */
export const qomSet = (path: string, property: string, value: string | number): Command<void> =>
  action(`${commandLine('qom-set', path, property)} ${value}`);
