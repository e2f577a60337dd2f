import type { Command, InputValue, Option } from './command.js';
import { CommandError } from './command-error.js';

function readText(name: string, text: string | undefined): string | undefined {
  if (text === '') throw new CommandError(`Failed to get option '${name}': Option argument is empty`);
  return text;
}

function readInteger(name: string, text: string | undefined, minimum = -Infinity): number | undefined {
  if (text === undefined) return undefined;
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= minimum) return value;
  throw new CommandError(`Numeric value '${text}' for <${name}> option is malformed or out of range`);
}

function readOption(name: string, { type, minimum }: Option, text: string | undefined): InputValue {
  if (type === 'boolean') return text !== undefined;
  return type === 'integer' ? readInteger(name, text, minimum) : readText(name, text);
}

/**
 * Turns what was typed into the values that the command's `run` takes.
 * @throws CommandError for an empty text, a number that is none or too small, and options that exclude each other
 */
export function readInputs(
  command: Command,
  texts: ReadonlyMap<string, readonly string[]>,
): Record<string, InputValue> {
  const { positionals = {}, options = {}, exclusive = [] } = command;
  for (const [one, other] of exclusive) {
    if (!texts.has(one) || !texts.has(other)) continue;
    throw new CommandError(`Options --${one} and --${other} are mutually exclusive`);
  }
  const inputs: Record<string, InputValue> = {};
  for (const [name, { rest }] of Object.entries(positionals)) {
    inputs[name] = rest ? (texts.get(name) ?? []) : readText(name, texts.get(name)?.[0]);
  }
  for (const [name, option] of Object.entries(options)) inputs[name] = readOption(name, option, texts.get(name)?.[0]);
  return inputs;
}
