import type { CommandGroup } from '../commands/groups.js';
import type { Command } from './command.js';

/** A command as the list of commands needs it; the rest is loaded when the command is wanted. */
export interface CommandRow {
  readonly group: CommandGroup;
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: Command }>;
}
