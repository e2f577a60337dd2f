import { escapeAttribute } from '../escape.js';
import type { Binding } from '../namespaces.js';
import { XmlReader } from '../reader.js';
import type { Shape } from '../shape.js';

/**
 * What stands between an element's tags, kept letter by letter. Only where it uses prefixes that the document binds
 * further out are their declarations added, so that it can stand alone.
 */
export const verbatim: Shape<string> = {
  read: ({ reader }) => {
    let content = '';
    let from = reader.end;
    reader.watchBindings();
    while (reader.nextChild()) {
      const nameEnd = reader.start + 1 + reader.element.length;
      reader.skipContent();
      const missing = reader.takeUsedBindings();
      if (missing.length === 0) continue;
      content += reader.source.slice(from, nameEnd) + missing.map(declare).join('');
      from = nameEnd;
    }
    const closing = reader.source.lastIndexOf('</', reader.end - 1);
    return closing < from ? content : content + reader.source.slice(from, closing);
  },
  write: (content, name, indent) => `${indent}<${name}>${String(content)}</${name}>\n`,
  check: (content, path, problems) => {
    if (typeof content !== 'string' || !isContent(content))
      problems.push({ code: 'XML_ERROR', message: 'Invalid value.', path, remedy: 'Expected well-formed XML as text' });
  },
  schema: () => ({ type: 'string', contentMediaType: 'application/xml' }),
  type: () => 'string',
};

const declare = ({ prefix, uri }: Binding): string =>
  ` xmlns${prefix === '' ? '' : `:${prefix}`}='${escapeAttribute(uri)}'`;

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
