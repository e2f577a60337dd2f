import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Command } from './command.js';

/** A word of a line: the option it names, with its value if it has one; or data. */
export type Word =
  | { readonly index: number; readonly option: string; readonly value: string | undefined }
  | { readonly index: number; readonly data: string };

type OptionTypes = NonNullable<ParseArgsConfig['options']>;

function optionTypes({ positionals = {}, options = {} }: Command): OptionTypes {
  const named = Object.entries(options).map(
    ([name, { type }]) => [name, type === 'boolean' ? type : 'string'] as const,
  );
  const placed = Object.keys(positionals).map((name) => [name, 'string'] as const);
  const types = new Map([...placed, ...named, ['help', 'boolean'] as const]);
  return Object.fromEntries([...types].map(([name, type]) => [name, { type }]));
}

/** Tells options from data, by the command's tables. Options that it hasn't are returned, too. */
export function sortWords(command: Command, args: readonly string[]): Word[] {
  const config = { args, options: optionTypes(command), strict: false, allowPositionals: true, tokens: true } as const;
  const words = new Map<number, Word>();
  for (const token of parseArgs(config).tokens) {
    const { index } = token;
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'option' && token.rawName.startsWith('--')) {
      words.set(index, { index, option: token.name, value: token.value });
    } else {
      // A single dash begins data, for virsh's commands have no short options; parseArgs makes a token of every letter.
      words.set(index, { index, data: args[index] ?? '' });
    }
  }
  return [...words.values()];
}
