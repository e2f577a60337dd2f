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

/** The row of the command that the words begin with, and how many of them are its name; undefined for none. */
export function findCommand(
  words: readonly string[],
): { readonly row: CommandRow; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const row = words.length < length ? undefined : findRow(words.slice(0, length).join(' '));
    if (row !== undefined) return { row, length };
  }
  return undefined;
}

/**
 * Finds the command that the words begin with, loads it, and sorts the rest by its tables.
 * @throws UsageError in virsh's words
 */
export async function resolveCommand(words: readonly string[]): Promise<ResolvedCommand> {
  const found = findCommand(words);
  if (found === undefined) throw new UsageError(`unknown command: '${words[0]}'`);
  const { default: command } = await found.row.load();
  return { command, ...parseWords(command, words.slice(found.length)) };
}
