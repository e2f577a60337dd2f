import { HmpError } from './hmp-error.js';

/** One word of a command line; an absent one is left out. */
export type Word = string | number | bigint | undefined;

/** The properties of an option list: `undefined` ones are left out, booleans become `on` and `off`. */
export type Properties = Readonly<Record<string, string | number | bigint | boolean | undefined>>;

const BARE_WORD = /^[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*$/;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/** `text` as one word, quoted unless it needs no quotes. A bare word that begins with `-` would be taken for a flag. */
export function quoteWord(text: string): string {
  if (BARE_WORD.test(text)) return text;
  return `"${text.replace(/[\\"\n\r]/g, (character) => ESCAPES.get(character) ?? character)}"`;
}

/** A command line: the command's own words as they are, then `words`: texts quoted as needed, numbers never. */
export function commandLine(command: string, ...words: readonly Word[]): string {
  const given = words.filter((word) => word !== undefined);
  return [command, ...given.map((word) => (typeof word === 'string' ? quoteWord(word) : String(word)))].join(' ');
}

/** `command` with the flags that are set, such as `-f`. */
export function withFlags(command: string, flags: Readonly<Record<string, boolean | undefined>>): string {
  const given = Object.keys(flags).filter((flag) => flags[flag] === true);
  return [command, ...given].join(' ');
}

/**
 * `head,key=value,…`, with commas in values doubled.
 *
 * @throws HmpError `INVALID_ARGUMENT` for a key that can't be written.
 */
export function optionList(head: string | undefined, properties: Properties): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const options = given.map(([key, value]) => {
    if (!/^[A-Za-z0-9_.-]+$/.test(key)) throw new HmpError('INVALID_ARGUMENT', `'${key}' is no property name`);
    const text = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
    return `${key}=${text.replaceAll(',', ',,')}`;
  });
  return [...(head === undefined ? [] : [head.replaceAll(',', ',,')]), ...options].join(',');
}
