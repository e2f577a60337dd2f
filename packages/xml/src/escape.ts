const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  ["'", '&apos;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);

/** By code: 1 for a character that is escaped. */
const SPECIAL = Uint8Array.from({ length: 63 }, (_, code) => (ESCAPES.has(String.fromCharCode(code)) ? 1 : 0));

const TEXTS = /[<>&'"\r]/g;
const ATTRIBUTES = /[<>&'"\r\n\t]/g;

const escapeOf = (special: string): string => ESCAPES.get(special) ?? special;

/** Whether any character is one of {@link ESCAPES}; for short texts, quicker than a regular expression. */
function hasSpecial(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 62 && SPECIAL[code] === 1) return true;
  }
  return false;
}

/** The text as it stands between tags, escaped as libvirt does. */
export function escapeText(text: string): string {
  return hasSpecial(text) ? text.replace(TEXTS, escapeOf) : text;
}

/** The text as it stands between quotes; line breaks and tabs, which a reader would turn into blanks, as references. */
export function escapeAttribute(text: string): string {
  return hasSpecial(text) ? text.replace(ATTRIBUTES, escapeOf) : text;
}
