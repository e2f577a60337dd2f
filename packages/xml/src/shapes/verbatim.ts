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
    if (typeof content !== 'string')
      problems.push({ code: 'XML_ERROR', message: 'Invalid value.', path, remedy: 'Expected XML as text' });
  },
  schema: () => ({ type: 'string' }),
  type: () => 'string',
};
