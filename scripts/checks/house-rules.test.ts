import { expect, test } from 'vitest';
import { fileProblems } from './house-rules.mjs';

test('a file that keeps the rules has no problem', () => {
  const text = "export { a } from './a.js';\nexport * as b from './b.js';\n";
  expect(fileProblems({ path: 'packages/xml/src/reader.ts', text })).toEqual([]);
});

test.each([
  ['everything exported', "export * from './a.js';\n", 'packages/xml/src/reader.ts:1 names nothing'],
  ['an enum', 'const a = 1;\nexport const enum State {}\n', 'packages/xml/src/reader.ts:2 declares an enum'],
  ['a silenced compiler', '// @ts-ignore\n', 'silences a tool'],
  ['work left behind', '// TODO: the rest\n', 'leaves work behind'],
  ['a long file', 'a;\n'.repeat(501), 'has 501 lines'],
])('%s is refused', (_, text, problem) => {
  expect(fileProblems({ path: 'packages/xml/src/reader.ts', text })).toEqual([expect.stringContaining(problem)]);
});

test.each(['util.ts', 'string-utils.ts', 'test-helpers.test.ts', 'helpers/pad.ts', 'domain-manager.ts'])(
  '%s is no name',
  (name) => {
    expect(fileProblems({ path: `packages/xml/src/${name}`, text: '' })).toEqual([
      expect.stringContaining('named after no purpose'),
    ]);
  },
);
