import { isCharacter } from './characters.js';

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

/** Says that a reference stands for nothing; `offset` is where it begins. */
export type ReferenceFault = (offset: number, message: string) => never;

/**
 * The text with its references (`&lt;`, `&#10;`, `&#xA;`) replaced by what they stand for. Only the five predefined
 * entities exist, for a document has no DTD here. `start` is the text's offset, for `fault`.
 */
export function resolveReferences(text: string, start: number, fault: ReferenceFault): string {
  const parts: string[] = [];
  let from = 0;
  for (let ampersand = text.indexOf('&'); ampersand !== -1; ampersand = text.indexOf('&', from)) {
    const end = text.indexOf(';', ampersand);
    const name = end === -1 ? '' : text.slice(ampersand + 1, end);
    const resolved = name.startsWith('#') ? character(name) : PREDEFINED.get(name);
    if (resolved === undefined) fault(start + ampersand, describe(name));
    parts.push(text.slice(from, ampersand), resolved);
    from = end + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function character(reference: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(reference) ?? [];
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return Number.isInteger(point) && isCharacter(point) ? String.fromCodePoint(point) : undefined;
}

function describe(name: string): string {
  if (/^[A-Za-z_][-.\w]*$/.test(name)) return `Entity '${name.slice(0, 40)}' not defined`;
  if (/^#x?[0-9A-Fa-f]+$/.test(name)) return `character reference '&${name.slice(0, 40)};' stands for no character`;
  return "'&' begins no reference; write '&amp;'";
}
