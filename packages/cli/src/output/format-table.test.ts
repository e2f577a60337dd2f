import { expect, test } from 'vitest';
import { formatTable } from './format-table.js';

test('columns are as wide as their widest cell', () => {
  const rows = [
    ['1', 'web', 'running'],
    ['-', 'größe', 'shut off'],
  ];
  expect(formatTable(['Id', 'Name', 'State'], rows)).toBe(
    [' Id   Name    State', '------------------------', ' 1    web     running', ' -    größe   shut off', ''].join(
      '\n',
    ),
  );
  expect(formatTable(undefined, rows)).toBe(' 1   web     running\n -   größe   shut off\n');
});

test('a table may be empty', () => {
  expect(formatTable(['Id', 'Name'], [])).toBe(' Id   Name\n------------\n');
  expect(formatTable(undefined, [])).toBe('');
});
