import { QmpError } from '../errors.js';

/** As QEMU's own parser. */
const MAX_DEPTH = 1024;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Formats a value as JSON on one line, with every digit of a bigint. Members that are `undefined` are left out.
 *
 * @throws {@link QmpError} `INVALID_ARGUMENT` where the value cannot be sent exactly: numbers that are not finite, lone
 * surrogates, functions, symbols, `undefined` in an array, nesting over 1024 (thus also cycles).
 */
export function formatJson(value: unknown): string {
  return format(value, 1);
}

function format(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return formatString(value);
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw invalid(`the number ${value} is no JSON`);
      return Object.is(value, -0) ? '-0' : String(value);
    case 'object':
      if (value === null) return 'null';
      if (depth > MAX_DEPTH) throw invalid(`nested deeper than ${MAX_DEPTH}`);
      return Array.isArray(value) ? formatArray(value, depth) : formatObject(value, depth);
    default:
      throw invalid(`a value of type ${typeof value} is no JSON`);
  }
}

function formatArray(array: readonly unknown[], depth: number): string {
  return `[${array.map((value) => format(value, depth + 1)).join(',')}]`;
}

function formatObject(object: object, depth: number): string {
  let text = '';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    text += `${text && ','}${formatString(name)}:${format(value, depth + 1)}`;
  }
  return `{${text}}`;
}

function formatString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw invalid('a lone surrogate cannot be sent');
  return JSON.stringify(text);
}

function invalid(message: string): QmpError {
  return new QmpError('INVALID_ARGUMENT', message);
}
