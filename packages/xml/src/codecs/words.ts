import { forbiddenCharacter } from '../characters.js';
import { WordMap } from '../word-map.js';
import type { Codec } from './codec.js';

/** One of libvirt's words. */
export function oneOf<const W extends readonly string[]>(...words: W): Codec<W[number]> {
  const known = new WordMap<W[number]>(new Map(words.map((word) => [word, word])));
  return {
    parse: (text) => known.get(text),
    format: (word) => word,
    accepts: (value) => typeof value === 'string' && known.get(value) !== undefined,
    schema: { enum: words },
    type: words.map((word) => `'${word}'`).join(' | '),
    isLiteral: true,
    words,
  };
}

function truth(yes: string, no: string): Codec<boolean> {
  return {
    parse: (text) => (text === yes ? true : text === no ? false : undefined),
    format: (value) => (value ? yes : no),
    accepts: (value) => typeof value === 'boolean',
    schema: { type: 'boolean' },
    type: 'boolean',
    isLiteral: true,
    words: [yes, no],
  };
}

/** `yes` is true, `no` false. */
export const yesNo = truth('yes', 'no');

/** `on` is true, `off` false. */
export const onOff = truth('on', 'off');

/** Any text of characters that XML allows. */
export const string: Codec<string> = {
  parse: (text) => text,
  format: (text) => text,
  accepts: (value) => typeof value === 'string' && forbiddenCharacter(value) === -1,
  schema: { type: 'string' },
  type: 'string',
};

/** Text of a form that a regular expression (anchored) describes. */
export function pattern(form: RegExp, expected: string): Codec<string> {
  return {
    parse: (text) => (form.test(text) ? text : undefined),
    format: (text) => text,
    accepts: (value) => typeof value === 'string' && form.test(value),
    schema: { type: 'string', pattern: form.source },
    type: 'string',
    expected,
  };
}

/** A UUID in any form that libvirt reads (hyphens anywhere or nowhere), as lower case with hyphens. */
export const uuid: Codec<string> = {
  parse: (text) => {
    if (UUID.test(text)) return text;
    const digits = text.trim().replaceAll('-', '').toLowerCase();
    return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : undefined;
  },
  format: (text) => text,
  accepts: (value) => typeof value === 'string' && UUID.test(value),
  schema: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
  type: 'string',
  expected: 'Expected a UUID, such as c7a5fdbd-edaf-9455-926a-d65c16db1809',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
