import type { Command } from './command.js';
import { UsageError } from './command-error.js';
import { sortWords } from './sort-words.js';

/** What a line says, sorted by its command's tables. */
export interface ParsedWords {
  /** Whether the command's help was asked for; then nothing needs to be complete. */
  readonly isHelp: boolean;
  /** What was typed for each positional and option, by its name; booleans have an empty text. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

class Parser {
  readonly texts = new Map<string, string[]>();
  readonly #command: Command;

  constructor(command: Command) {
    this.#command = command;
  }

  option(name: string, value: string | undefined): void {
    const { name: command, positionals = {}, options = {} } = this.#command;
    const isKnown = name === 'help' || Object.hasOwn(options, name) || Object.hasOwn(positionals, name);
    if (!isKnown) throw new UsageError(`command '${command}' doesn't support option --${name}`);
    const isBoolean = name === 'help' || options[name]?.type === 'boolean';
    if (isBoolean && value !== undefined) throw new UsageError(`invalid '=' after option --${name}`);
    if (!isBoolean && value === undefined)
      throw new UsageError(`expected syntax: --${name} <${this.#valueWord(name)}>`);
    if (this.texts.has(name) && positionals[name]?.rest !== true) throw new UsageError(`option --${name} already seen`);
    this.#add(name, [value ?? '']);
  }

  data(values: readonly string[]): void {
    const free = Object.entries(this.#command.positionals ?? {}).find(
      ([name, { rest }]) => rest || !this.texts.has(name),
    );
    if (free === undefined) throw new UsageError(`unexpected data '${values[0]}'`);
    this.#add(free[0], values);
  }

  requireAll(): void {
    for (const [name, { optional = false, rest = false }] of Object.entries(this.#command.positionals ?? {})) {
      if (optional || this.texts.has(name)) continue;
      throw new UsageError(`command '${this.#command.name}' requires <${name}> ${rest ? 'argument' : 'option'}`);
    }
  }

  #add(name: string, values: readonly string[]): void {
    this.texts.set(name, [...(this.texts.get(name) ?? []), ...values]);
  }

  #valueWord(name: string): string {
    return this.#command.options?.[name]?.type === 'integer' ? 'number' : 'string';
  }
}

/**
 * Sorts the words behind a command's name by its tables.
 * @throws UsageError in virsh's words
 */
export function parseWords(command: Command, args: readonly string[]): ParsedWords {
  const parser = new Parser(command);
  const isVerbatim = Object.values(command.positionals ?? {}).some(({ verbatim }) => verbatim);
  for (const word of sortWords(command, args)) {
    if ('option' in word) {
      parser.option(word.option, word.value);
      continue;
    }
    parser.data(isVerbatim ? args.slice(word.index) : [word.data]);
    if (isVerbatim) break;
  }
  const isHelp = parser.texts.has('help');
  if (!isHelp) parser.requireAll();
  return { isHelp, texts: parser.texts };
}
