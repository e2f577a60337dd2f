import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** Where the picture goes, and of what it is. */
export interface ScreendumpOptions {
  readonly filename: string;
  /** `ppm` unless told; QEMU knows formats since 7.1. */
  readonly format?: 'ppm' | 'png';
  /** The alias of the display device; the first unless told. */
  readonly device?: string;
  readonly head?: number;
}

/** Writes a picture of the screen to a file of the host. */
export function screendump({ filename, format, device, head }: ScreendumpOptions): Command<void> {
  const file = commandLine('screendump', filename);
  return action(commandLine(format === undefined ? file : `${file} -f ${format}`, device, head));
}
