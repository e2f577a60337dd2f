import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { XmlReader } from './index.js';

/** What an element is to every parser: name, attributes, text, children. */
interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: Node[];
}

function byReader(source: string): Node | undefined {
  try {
    const reader = new XmlReader(source);
    const element = (): Node => {
      const names = reader.attributeNames.slice(0, reader.attributeCount);
      const attributes = Object.fromEntries(names.map((name, index) => [name, reader.attributeValues[index] ?? '']));
      const node: Node = { name: reader.name, attributes, text: '', children: [] };
      for (let more = true; more; ) {
        more = reader.nextChild(true);
        node.text += reader.text;
        if (more) node.children.push(element());
      }
      return node;
    };
    const root = element();
    reader.finish();
    return root;
  } catch {
    return undefined;
  }
}

function bySaxes(source: string): Node | undefined {
  const document: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  let failed = false;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
    const named = own.map((one) => [one.uri === '' ? one.local : `{${one.uri}}${one.local}`, one.value]);
    const name = uri === '' ? local : `{${uri}}${local}`;
    const node: Node = { name, attributes: Object.fromEntries(named), text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  return failed ? undefined : document.children[0];
}

function isWellFormedToLibxml2(source: string): boolean {
  try {
    XmlDocument.fromString(source).dispose();
    return true;
  } catch {
    return false;
  }
}

const name = fc.constantFrom('a', 'disk', 'p:b', 'q:b', 'x-1', 'ä', '1', 'a:b:c', 'xmlns', '');
const value = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('&lt;', '&amp;', '&#65;', '&#x0;', '&foo;', '&', '<', '"', "'", '\r\n\t', ']]>', 'u', ''),
);
const quote = fc.constantFrom('"', "'");
const plainAttribute = fc.tuple(name, value, quote);
const declaration = fc.tuple(fc.constantFrom('xmlns:p', 'xmlns:q', 'xmlns'), fc.constantFrom('u', 'urn:v', ''), quote);
const attribute = fc.oneof(plainAttribute, declaration).map(([key, text, mark]) => ` ${key}=${mark}${text}${mark}`);
const piece = fc.letrec((tie) => ({
  content: fc.array(
    fc.oneof(
      { maxDepth: 3 },
      value,
      fc.constantFrom('<!-- c -->', '<!-- -- -->', '<?p i?>', '<![CDATA[<&]]>'),
      tie('element'),
    ),
    { maxLength: 4 },
  ),
  element: fc
    .tuple(name, fc.array(attribute, { maxLength: 3 }), tie('content'), name, fc.integer({ min: 0, max: 9 }))
    .map(([tag, attributes, content, other, luck]) => {
      const children = Array.isArray(content) ? content.join('') : '';
      return luck < 2
        ? `<${tag}${attributes.join('')}/>`
        : `<${tag}${attributes.join('')}>${children}</${luck < 9 ? tag : other}>`;
    }),
})).element;

/** Whether no namespace URI is one that saxes trims or libxml2 minds. */
function hasPlainUris(source: string): boolean {
  return [...source.matchAll(/xmlns[^=]*=\s*(["'])(.*?)\1/gs)].every(([, , uri = '']) =>
    /^([a-z]+(:[a-z]+)*)?$/.test(uri),
  );
}

/** A document that is nearly right, so that both sides of the line are met. */
const nearlyRight = fc
  .tuple(piece, fc.option(fc.nat(), { nil: undefined }), fc.constantFrom('<', '>', '&', "'", '/', ' ', 'x', ''))
  .map(([text, place, letter]) => {
    const source = `<r xmlns:p="u">${String(text)}</r>`;
    if (place === undefined) return source;
    const at = place % source.length;
    return source.slice(0, at) + letter + source.slice(at + 1);
  })
  .filter(hasPlainUris);

describe('on what is well-formed', () => {
  test('the reader agrees with saxes, and reads the same', () => {
    fc.assert(
      fc.property(nearlyRight, (source) => {
        expect(byReader(source)).toEqual(bySaxes(source));
      }),
      { numRuns: 3000 },
    );
  });

  test('the reader agrees with libxml2', () => {
    fc.assert(
      fc.property(nearlyRight, (source) => {
        expect([source, byReader(source) !== undefined]).toEqual([source, isWellFormedToLibxml2(source)]);
      }),
      { numRuns: 3000 },
    );
  });
});

test('any text ends in a value or an XmlError', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      expect(byReader(source)).toEqual(bySaxes(source));
    }),
  );
});
