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

const TEXT = /[<>&'"\r]/;
const TEXTS = new RegExp(TEXT, 'g');
const ATTRIBUTE = /[<>&'"\r\n\t]/;
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g');

const escapeOf = (special: string): string => ESCAPES.get(special) ?? special;

/** The text as it stands between tags, escaped as libvirt does. */
export function escapeText(text: string): string {
  return TEXT.test(text) ? text.replace(TEXTS, escapeOf) : text;
}

/** The text as it stands between quotes; line breaks and tabs, which a reader would turn into blanks, as references. */
export function escapeAttribute(text: string): string {
  return ATTRIBUTE.test(text) ? text.replace(ATTRIBUTES, escapeOf) : text;
}
