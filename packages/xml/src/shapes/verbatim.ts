import { XmlReader } from '../reader.js';
import type { Shape } from '../shape.js';

/** What stands between an element's tags, kept letter by letter. */
export const verbatim: Shape<string> = {
  read: (state) => {
    const { reader } = state;
    const opening = reader.end;
    reader.skipContent();
    const closing = reader.source.lastIndexOf('</', reader.end - 1);
    return closing < opening ? '' : reader.source.slice(opening, closing);
  },
  write: (content, name, indent) => `${indent}<${name}>${String(content)}</${name}>\n`,
  check: (content, path, problems) => {
    if (typeof content !== 'string' || !isContent(content))
      problems.push({ code: 'XML_ERROR', message: 'Invalid value.', path, remedy: 'Expected well-formed XML as text' });
  },
  schema: () => ({ type: 'string', contentMediaType: 'application/xml' }),
  type: () => 'string',
};

/** Whether the text can stand between an element's tags. */
function isContent(content: string): boolean {
  try {
    const reader = new XmlReader(`<content>${content}</content>`);
    reader.skipContent();
    reader.finish();
    return true;
  } catch {
    return false;
  }
}
