import { expect, test } from 'vitest';
import { getMetadataElement, setMetadataElement } from './metadata-element.js';

const uri = 'http://example.org/app';

test('puts an element in under its prefix, and shows it without', () => {
  const content = setMetadataElement('', uri, 'app', '<owner><name>a &lt; b</name><id n="1"/></owner>');
  expect(content).toContain("<app:owner xmlns:app='http://example.org/app'><app:name>a &lt; b</app:name>");
  expect(getMetadataElement(content, uri)).toBe('<owner>\n  <name>a &lt; b</name>\n  <id n="1"/>\n</owner>');
});

test('replaces what the namespace had, and leaves the others alone', () => {
  const others = "<x:y xmlns:x='urn:x'/>";
  const first = setMetadataElement(others, uri, 'app', '<a/>');
  const second = setMetadataElement(first, uri, 'app', '<b/>');
  expect(getMetadataElement(second, uri)).toBe('<b/>');
  expect(second).toContain(others);
  expect(second).not.toContain('app:a');
});

test('takes the last one out without a trace', () => {
  expect(setMetadataElement(setMetadataElement('', uri, 'app', '<a/>'), uri, 'app', undefined)).toBe('');
});

test('tells what is missing or malformed', () => {
  expect(() => getMetadataElement('', uri)).toThrow(expect.objectContaining({ code: 'NO_DOMAIN_METADATA' }));
  expect(() => setMetadataElement('', uri, undefined, '<a/>')).toThrow(
    expect.objectContaining({ code: 'INVALID_ARG' }),
  );
  expect(() => setMetadataElement('', uri, 'app', '<a>')).toThrow(expect.objectContaining({ code: 'XML_DETAIL' }));
});
