import { commandTable } from '../generated/command-table.js';
import type { Command } from './command.js';
import { UsageError } from './command-error.js';
import type { CommandRow } from './command-row.js';
import { type ParsedWords, parseWords } from './parse-words.js';

/** A command that is ready to run. */
export interface ResolvedCommand extends ParsedWords {
  readonly command: Command;
}

const table: Readonly<Record<string, CommandRow>> = commandTable;

/** The row of a command; undefined for a name that no command has. */
export function findRow(name: string): CommandRow | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * Finds the command that the words begin with, loads it, and sorts the rest by its tables. Some names have two words.
 * @throws UsageError in virsh's words
 */
export async function resolveCommand(words: readonly string[]): Promise<ResolvedCommand> {
  const [first = '', second] = words;
  const pair = second === undefined ? undefined : findRow(`${first} ${second}`);
  const row = pair ?? findRow(first);
  if (row === undefined) throw new UsageError(`unknown command: '${first}'`);
  const { default: command } = await row.load();
  return { command, ...parseWords(command, words.slice(pair === undefined ? 1 : 2)) };
}
