import { expect, test } from 'vitest';
import { splitLine } from './split-line.js';

test.each([
  ['list --all', [['list', '--all']]],
  [
    'suspend a; resume a',
    [
      ['suspend', 'a'],
      ['resume', 'a'],
    ],
  ],
  ['list\nuri\n', [['list'], ['uri']]],
  [';; uri ;;', [['uri']]],
  ['', []],
  ['echo a \t b', [['echo', 'a', 'b']]],
  [`echo 'a b' "c d" e\\ f`, [['echo', 'a b', 'c d', 'e f']]],
  [`echo pre'quoted'"joined"`, [['echo', 'prequotedjoined']]],
  [`echo "say \\"hi\\"" '\\'`, [['echo', 'say "hi"', '\\']]],
  [`echo '' ""`, [['echo', '', '']]],
  ['echo a # b; uri', [['echo', 'a']]],
  ['echo a #b\nuri', [['echo', 'a'], ['uri']]],
  ['echo a#b \\# c', [['echo', 'a#b', '#', 'c']]],
  [
    'ec\\\nho a\n echo \\\n b;',
    [
      ['echo', 'a'],
      ['echo', 'b'],
    ],
  ],
  [`echo '\\\n'`, [['echo', '\\\n']]],
])('%j', (line, commands) => {
  expect(splitLine(line)).toEqual(commands);
});

test.each([
  ['uri "', 'missing "'],
  ["uri 'a", "missing '"],
  ['uri \\', 'dangling \\'],
])('%j is refused', (line, message) => {
  expect(() => splitLine(line)).toThrow(message);
});
