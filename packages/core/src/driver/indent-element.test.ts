import { expect, test } from 'vitest';
import { indentElement } from './indent-element.js';

test.each([
  ['<a><b>t</b></a>', '<a>\n  <b>t</b>\n</a>'],
  ["<a><b><c x='1'/></b><d></d></a>", '<a>\n  <b>\n    <c x="1"/>\n  </b>\n  <d/>\n</a>'],
  ['<a> <b>t</b> <c/></a>', '<a> <b>t</b> <c/></a>'],
  ['<a>text<b><c/></b></a>', '<a>text<b><c/></b></a>'],
  ['<a x=\'a > "b"\'/>', '<a x=\'a > "b"\'/>'],
  ['<a><!-- c --><b/></a>', '<a><!-- c --><b/></a>'],
])('%s', (xml, indented) => {
  expect(indentElement(xml)).toBe(indented);
});
