import { testDriver } from '@virtkit/core';
import { expect, test } from 'vitest';
import { runLine } from '../../testing/run-line.js';

async function complete(...words: string[]): Promise<string[]> {
  const line = ['-q', '-c', 'test:///default', 'complete', '--', ...words];
  const { status, stdout } = await runLine(line, { drivers: [testDriver()] });
  const candidates = stdout.split('\n').slice(0, -1);
  expect(status).toBe(candidates.length > 0 ? 0 : 1);
  return candidates;
}

test.for<[string[], string[]]>([
  [['doms'], ['domstate']],
  [['ech'], ['echo']],
  [['cap'], ['capabilities']],
  [['capabilities', ''], ['record']],
  [
    ['capabilities', 'record', ''],
    ['--binary', '--file'],
  ],
  [
    ['domstate', ''],
    ['--domain', '--reason'],
  ],
  [['domstate', '--r'], ['--reason']],
  [['domstate', '--reason', '--domain', ''], ['test']],
  [['event', '--domain', 'te'], ['test']],
  [['domstate', '--domain', 'nobody'], []],
  [['event', '--timeout', ''], []],
  [
    ['echo', '--xml', '--s'],
    ['--shell', '--split', '--string'],
  ],
  [['nosuch', ''], []],
  [['nosuch'], []],
])('%j', async ([words, candidates]) => {
  expect(await complete(...words)).toEqual(candidates);
});

test('nothing typed yet: every command', async () => {
  expect(await complete('')).toEqual(expect.arrayContaining(['list', 'start', 'capabilities', 'complete']));
});
