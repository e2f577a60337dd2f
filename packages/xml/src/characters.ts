/** Tests of characters, by the productions of XML 1.0 (fifth edition). */

const NAME_START = 1;
const NAME = 2;

/** What an ASCII character may be in a name, by its code. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return NAME_START | NAME;
  return /[-.0-9]/.test(character) ? NAME : 0;
});

const START_RANGES =
  '\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const WIDE_NAME_START = new RegExp(`[${START_RANGES}]`, 'u');
const WIDE_NAME = new RegExp(`[${START_RANGES}\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]`, 'u');
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Printable ASCII and line feeds, of which documents mostly consist; `&` is another thing. */
const PLAIN = /^[\n -%'-~]*$/;

/** Whether there is no character that might have to be refused, normalised or resolved. */
export function isPlain(source: string): boolean {
  return PLAIN.test(source);
}

/** Whether the code unit is one of XML's four white space characters. */
export function isSpace(code: number): boolean {
  return code <= 32 && (code === 32 || code === 10 || code === 9 || code === 13);
}

/** The end of the white space that starts at `start`. */
export function endOfSpace(source: string, start: number): number {
  let offset = start;
  // Reading beyond the end would cost the compiled code its speed for good.
  while (offset < source.length && isSpace(source.charCodeAt(offset))) offset++;
  return offset;
}

/** The end of the name without colon that starts at `start`; `start` itself where none does. */
export function endOfName(source: string, start: number): number {
  let offset = start;
  let kind = NAME_START;
  while (offset < source.length) {
    const code = source.charCodeAt(offset);
    if (code >= 128) return endOfWideName(source, start, offset);
    if (((ASCII[code] ?? 0) & kind) === 0) break;
    kind = NAME;
    offset++;
  }
  return offset;
}

/** As {@link endOfName}, for names with characters outside ASCII; `offset` is how far the name is read. */
function endOfWideName(source: string, start: number, from: number): number {
  let offset = from;
  for (;;) {
    const point = source.codePointAt(offset);
    if (point === undefined) return offset;
    const character = String.fromCodePoint(point);
    const isName =
      point < 128
        ? ((ASCII[point] ?? 0) & NAME) !== 0
        : (offset === start ? WIDE_NAME_START : WIDE_NAME).test(character);
    if (!isName) return offset;
    offset += character.length;
  }
}

/** Offset of the first character that no XML document may contain, or -1. */
export function forbiddenCharacter(source: string): number {
  return source.search(FORBIDDEN);
}

/** Whether a document may contain the character with this code point. */
export function isCharacter(point: number): boolean {
  return point <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(point));
}
