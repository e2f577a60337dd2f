import { expect, test } from 'vitest';
import { XmlReader } from './index.js';

const read = (source: string): void => {
  const reader = new XmlReader(source);
  reader.skipContent();
  reader.finish();
};

test('elements nest 256 deep, and 50,000 levels are refused', () => {
  const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(() => read(nested(256))).not.toThrow();
  expect(() => read(nested(257))).toThrow('Excessive depth in document');
  expect(() => read(nested(50_000))).toThrow('Excessive depth in document');
  expect(() => read('<a>'.repeat(50_000))).toThrow('Excessive depth in document');
});

test('entities that multiply are refused before they do', () => {
  const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`);
  expect(() => read(`<!DOCTYPE a [<!ENTITY e0 "x">${entities.join('')}]><a>&e30;</a>`)).toThrow('remove the DTD');
});

// Each of these once took some reader time that grows with the square of the length.
test.each([
  ['attributes', `<a ${Array.from({ length: 100_000 }, (_, index) => `x${index}='1'`).join(' ')}/>`],
  ['references', `<a>${'&amp;'.repeat(500_000)}</a>`],
  ['siblings', `<a>${'<b/>'.repeat(500_000)}</a>`],
  ['sections', `<a>${'<![CDATA[]]>'.repeat(200_000)}</a>`],
  ['blanks', `<a>${' '.repeat(5_000_000)}</a>`],
  ['namespaces', `<a>${"<b xmlns:p='u' p:x='1'/>".repeat(100_000)}</a>`],
  [
    'declarations',
    `<a ${Array.from({ length: 100_000 }, (_, index) => `xmlns:p${index}='u'`).join(' ')}>${'<p0:b/>'.repeat(100_000)}</a>`,
  ],
])('%s by the hundred thousand are read', (_, source) => {
  expect(() => read(source)).not.toThrow();
});

test.each([
  ['open brackets', '<'.repeat(1_000_000)],
  ['an unfinished comment', `<a><!--${'-'.repeat(1_000_000)}`],
  ['ampersands', `<a>${'&'.repeat(1_000_000)}</a>`],
  ['an unfinished value', `<a x='${'<a x='.repeat(200_000)}`],
])('a document of %s is refused', (_, source) => {
  expect(() => read(source)).toThrow();
});
