import { action, type Command } from '../command.js';
import { commandLine, type Word, withFlags } from '../command-line-words.js';

/** The medium to insert. */
export interface ChangeOptions {
  /** The drive, or the device’s alias. */
  readonly device: string;
  readonly filename: string;
  /** The image’s format; probed unless told. */
  readonly format?: string;
  /** Whether the medium becomes read-only; needs `format`. `retain` unless told. */
  readonly readOnlyMode?: 'retain' | 'read-only' | 'read-write';
  /** Opens the tray even if the guest has locked it. */
  readonly force?: boolean;
}

/** Changes the medium of a removable device. */
export function change({ device, filename, format, readOnlyMode, force = false }: ChangeOptions): Command<void> {
  const words: Word[] = [filename, format, format === undefined ? undefined : readOnlyMode];
  return action(commandLine(withFlags(commandLine('change', device), { '-f': force }), ...words));
}
