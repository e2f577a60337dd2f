import { QmpError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';

/** A command as it was typed. */
export interface TypedCommand {
  readonly name: string;
  /** Undefined where none were typed. */
  readonly args: JsonObject | undefined;
}

/**
 * Reads `name`, `name key=value other.key=value` or `name {"key": …}`. A value that is JSON is that value; else it is
 * the text. Quotes hold words together, as in a POSIX shell.
 *
 * @throws {@link QmpError} `INVALID_ARGUMENT` where a word is no `key=value`.
 */
export function parseLine(line: string): TypedCommand {
  const [name = '', rest = ''] = split(line.trim(), /\s+/);
  if (rest.startsWith('{')) return { name, args: parseArguments(rest) };
  const words = rest.match(/(?:[^\s'"]+|"[^"]*"?|'[^']*'?)+/g) ?? [];
  if (words.length === 0) return { name, args: undefined };
  let args: JsonObject = {};
  for (const word of words) {
    const [path, value] = split(word, /=/);
    if (value === undefined) throw new QmpError('INVALID_ARGUMENT', `'${word}' is no key=value`);
    args = withValue(args, path.split('.'), parseValue(value));
  }
  return { name, args };
}

/** The text before the first match, and the text after it. */
function split(text: string, separator: RegExp): [string, string | undefined] {
  const found = separator.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text, undefined];
}

function parseArguments(text: string): JsonObject {
  const value = parseValue(text);
  if (isJsonObject(value)) return value;
  throw new QmpError('INVALID_ARGUMENT', `the arguments are no JSON: ${text}`);
}

function parseValue(text: string): JsonValue {
  const isQuoted = /^'.*'$/.test(text);
  try {
    return parseJson(isQuoted ? text.slice(1, -1) : text);
  } catch {
    return text.replace(/^(['"])(.*)\1$/, '$2');
  }
}

function withValue(args: JsonObject, [key = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  const inner = args[key];
  return { ...args, [key]: rest.length === 0 ? value : withValue(isJsonObject(inner) ? inner : {}, rest, value) };
}
