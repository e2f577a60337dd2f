import { action, type Command } from '../command.js';
import { commandLine, withFlags } from '../command-line-words.js';

/** Ejects the medium of a removable device; `force` does it even if the guest has locked the tray. */
export const eject = (device: string, { force }: { readonly force?: boolean } = {}): Command<void> =>
  action(commandLine(withFlags('eject', { '-f': force }), device));
