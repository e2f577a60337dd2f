import { action, type Command } from '../command.js';
import { commandLine, optionList, type Properties } from '../command-line-words.js';

/** Adds a device, such as `deviceAdd('virtio-rng-pci', { id: 'rng0' })`. */
export const deviceAdd = (driver: string, properties: Properties): Command<void> =>
  action(commandLine('device_add', optionList(driver, properties)));
