import { action, type Command } from '../command.js';
import { commandLine, optionList, type Properties } from '../command-line-words.js';

const ADDED = /^OK\b/;

/** Adds a drive without a device, such as `driveAdd({ if: 'none', id: 'drive0', file: '/a.qcow2', format: 'qcow2' })`. */
export const driveAdd = (properties: Properties): Command<void> =>
  action(commandLine('drive_add', 'dummy', optionList(undefined, properties)), { success: ADDED });
