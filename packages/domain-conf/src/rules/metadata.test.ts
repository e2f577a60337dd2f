import { expect, test } from 'vitest';
import { completeMetadata } from './metadata.js';

const kept = (metadata: string): string | undefined => {
  const draft = { type: 'qemu' as const, metadata };
  completeMetadata(draft, {});
  return draft.metadata;
};

test.each([
  ['one element', '\n  <a:b xmlns:a=\'urn:a\' c="/>">x<a:d/></a:b>\n'],
  ['one with what looks like its end', "<a:b xmlns:a='urn:a'><![CDATA[</a:b>]]></a:b>"],
  ['one that holds another of its name', "<a:b xmlns:a='urn:a'><a:b>x</a:b></a:b>"],
  ['two of two namespaces', "<a:b xmlns:a='urn:a'/><c:b xmlns:c='urn:c'/>"],
])('%s stays', (_what, metadata) => {
  expect(kept(metadata)).toBe(metadata);
});

test.each([
  ['an empty one', "<a:b xmlns:a='urn:a' />"],
  ['one with a content', "<a:b xmlns:a='urn:a'>x</a:b>"],
])('what comes after %s of the same namespace goes', (_what, first) => {
  expect(kept(`${first}<a:b xmlns:a='urn:a'>y</a:b>`)).toBe(first);
});

test('what has no namespace goes', () => {
  expect(kept('<b>x</b>')).toBeUndefined();
});
