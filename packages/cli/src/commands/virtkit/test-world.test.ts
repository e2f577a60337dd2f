import { testDriver } from '@virtkit/core';
import { expect, test } from 'vitest';
import { type LineResult, runLine } from '../../testing/run-line.js';

/** Runs lines on one test world, one after the other. */
function world(uri: string): (...words: string[]) => Promise<LineResult> {
  const drivers = [testDriver()];
  return (...words) => runLine(['-q', '-c', uri, ...words], { drivers });
}

test('advances a clock that stands, and says what time it is', async () => {
  const run = world('test:///default?clock=virtual');
  expect(await run('advance-clock', '1500')).toMatchObject({ status: 0, stdout: '2001-09-09T01:46:41.500Z\n' });
  expect(await run('advance-clock', '0')).toMatchObject({ stdout: '2001-09-09T01:46:41.500Z\n' });
});

test('says why a clock is not advanced', async () => {
  const elsewhere = await world('test:///default')('advance-clock', '1');
  expect(elsewhere).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not supported by the connection driver'),
  });
  const soon = await world('test:///default?clock=virtual')('advance-clock', 'soon');
  expect(soon).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("error: 'soon' is no whole number of milliseconds"),
  });
});

test('crashes a domain', async () => {
  const run = world('test:///default');
  expect(await run('crash-domain', 'test')).toMatchObject({ status: 0 });
  expect(await run('domstate', '--reason', 'test')).toMatchObject({ stdout: 'shut off (crashed)\n' });
  expect(await run('crash-domain', 'test')).toMatchObject({ status: 1 });
});
