import { expect, test } from 'vitest';
import { child, element, readDocument, required, string, XmlError, XmlReader } from './index.js';

function faultOf(source: string): string | undefined {
  try {
    const reader = new XmlReader(source);
    reader.skipContent();
    reader.finish();
    return undefined;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    expect(error.code).toBe('XML_DETAIL');
    return `${error.line}:${error.column} ${error.problem.message}`;
  }
}

test.each([
  ['', '1:1 Document is empty'],
  ['text', "1:1 Start tag expected, '<' not found"],
  ['<a>', '1:4 Premature end of data in tag a line 1'],
  ['<a></b>', '1:4 Opening and ending tag mismatch: a line 1 and b'],
  ['<a></ab>', '1:4 Opening and ending tag mismatch: a line 1 and ab'],
  ['<a/><b/>', '1:5 Extra content at the end of the document'],
  ['<a/>text', '1:5 Extra content at the end of the document'],
  ["<a x='1' x='2'/>", '1:10 Attribute x redefined'],
  ["<a x='1'y='2'/>", '1:9 attributes construct error: white space is missing before an attribute'],
  ['<a x=1/>', '1:6 AttValue: " or \' expected'],
  ['<a x/>', '1:5 Specification mandates value for attribute x'],
  ["<a x='<'/>", "1:7 Unescaped '<' not allowed in attributes values"],
  ["<a x='1/>", '1:6 the value of attribute x has no end'],
  ['<a>&foo;</a>', "1:4 Entity 'foo' not defined"],
  ['<a>&</a>', "1:4 '&' begins no reference; write '&amp;'"],
  ['<a>&#0;</a>', "1:4 character reference '&#0;' stands for no character"],
  ['<a>&#xD800;</a>', "1:4 character reference '&#xD800;' stands for no character"],
  ['<a>]]></a>', "1:4 Sequence ']]>' not allowed in content"],
  ['<a>\n <!-- -- --></a>', '2:7 Double hyphen within comment'],
  ['<a><![CDATA[</a>', '1:4 CData section not finished'],
  ['<a>\u0001</a>', '1:4 character U+0001 is not allowed in XML'],
  ['<a>\ud800</a>', '1:4 character U+D800 is not allowed in XML'],
  ['<a><b:c/></a>', '1:4 Namespace prefix b on c is not defined'],
  ["<a b:c='1'/>", '1:4 Namespace prefix b on c is not defined'],
  ["<a xmlns:b='u' xmlns:c='u' b:x='1' c:x='2'/>", '1:36 Attribute {u}x redefined'],
  ["<a xmlns:b=''/>", "1:4 prefix 'b' cannot be unbound"],
  ["<a xmlns:xml='u'/>", "1:4 prefix 'xml' cannot be bound to 'u'"],
  ['<1/>', '1:1 StartTag: invalid element name'],
  ['<a><!DOCTYPE b></a>', '1:4 StartTag: invalid element name'],
  [
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
    '1:1 document type declarations are not accepted; remove the DTD',
  ],
  [" <?xml version='1.0'?><a/>", '1:2 XML declaration allowed only at the start of the document'],
  ["<?xml encoding='x'?><a/>", '1:1 malformed XML declaration'],
  ['<a><?xml-stylesheet?></a>', undefined],
  ['<?xml version=\'1.0\' encoding="UTF-8"?>\n<!-- c --><a/>\n<?p i?>', undefined],
  ['\ufeff<a/>', undefined],
  ["<ä ö='ü'>\u{1F600}</ä>", undefined],
  ['<a\n>&lt;&#x41;<![CDATA[<&]]></a\n>', undefined],
])('%j', (source, fault) => {
  expect(faultOf(source)).toBe(fault);
});

test('names in a namespace are told apart from names in none', () => {
  const reader = new XmlReader("<a xmlns:q='u' xmlns:k='known'><q:b q:x='1' y='2'/><k:c/><d xmlns='u'><e/></d></a>", {
    mine: 'known',
  });
  reader.nextChild();
  expect([reader.name, ...reader.attributeNames.slice(0, reader.attributeCount)]).toEqual(['{u}b', '{u}x', 'y']);
  reader.skipContent();
  reader.nextChild();
  expect(reader.name).toBe('mine:c');
  reader.skipContent();
  reader.nextChild();
  reader.nextChild();
  expect(reader.name).toBe('{u}e');
});

test('text is what stands between tags, references and sections resolved', () => {
  const reader = new XmlReader('<a>1\r\n&lt;<!-- no --><![CDATA[&lt;\r]]>&#13;</a>');
  expect(reader.nextChild(true)).toBe(false);
  expect(reader.text).toBe('1\n<&lt;\n\r');
});

test('libvirt’s way to show where a document is not well-formed', () => {
  const root = element('a', { b: child(string) });
  const read = (source: string) => () => readDocument(root, source, { documentName: '(a_definition)' });
  const mismatch = '(a_definition):2: Opening and ending tag mismatch: b line 2 and c';
  expect(read('<a>\n <b>x</c>\n</a>')).toThrow(`${mismatch}\n <b>x</c>\n---------^`);
  expect(read('')).toThrow('(a_definition):1: Document is empty\n(null)\n^');
});

test('a document that is not well-formed is that before all', () => {
  const root = element('a', { b: child(string, required) });
  expect(() => readDocument(root, '<c></d>')).toThrow('Opening and ending tag mismatch: c line 1 and d');
  expect(() => readDocument(root, '<c></c>')).toThrow("expecting root element of 'a', not 'c'");
});
