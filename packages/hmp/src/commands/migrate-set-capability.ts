import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Turns a capability of migrations on or off, such as `migrateSetCapability('xbzrle', true)`. */
export const migrateSetCapability = (name: string, isOn: boolean): Command<void> =>
  action(commandLine('migrate_set_capability', name, isOn ? 'on' : 'off'));
