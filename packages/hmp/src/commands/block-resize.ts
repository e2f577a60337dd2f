import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Changes the size that the guest sees of a block device. */
export const blockResize = (device: string, sizeBytes: number): Command<void> =>
  action(commandLine('block_resize', device, `${sizeBytes}B`));
