import { connect, testDriver } from '@virtkit/core';
import { type Fault, virtualClock } from '@virtkit/core/testing';
import { expect, test } from 'vitest';
import { keepRunning } from './keep-running.mjs';

/** What the program does within a minute in which these things go wrong, and when, in seconds. It takes no time. */
async function minuteWith(...faults: Fault[]): Promise<string[]> {
  const clock = virtualClock({ startMs: 0 });
  const drivers = [testDriver({ clock, faults })];
  const ended = new AbortController();
  const told: string[] = [];
  const tell = (words: string) => told.push(`${clock.now() / 1000} s: ${words}`);
  const observer = await connect('test:///default', { drivers });
  const program = keepRunning('test:///default', 'test', { drivers, clock, signal: ended.signal, tell });
  await clock.advance(60_000);
  const domain = await observer.domainLookupByName('test');
  expect(await domain.isActive()).toBe(true);
  ended.abort();
  await program;
  await observer.close();
  return told;
}

test('leaves a domain alone that runs', async () => {
  expect(await minuteWith()).toEqual([]);
});

test('starts a domain again that has crashed', async () => {
  expect(await minuteWith({ afterMs: 15_000, crash: 'test' })).toEqual(['20 s: started test']);
});

test('tries again when the start fails, and waits longer each time', async () => {
  const told = await minuteWith(
    { afterMs: 15_000, crash: 'test' },
    { procedure: 'domainCreate', times: 3, fail: 'NO_MEMORY' },
  );
  expect(told).toEqual(['20 s: out of memory', '21 s: out of memory', '23 s: out of memory', '27 s: started test']);
});

test('connects again when the connection is lost, even if nobody answers at first', async () => {
  const told = await minuteWith(
    { procedure: 'domainIsActive', nth: 2, drop: true },
    { procedure: 'connectOpen', nth: 3, fail: 'NO_CONNECT', message: 'the host' },
  );
  expect(told).toEqual([
    '10 s: End of file while reading data: Input/output error',
    '11 s: no connection driver available for the host',
  ]);
});

test('waits for an answer that takes its time, and doesn’t start twice what was started though the reply was lost', async () => {
  const told = await minuteWith(
    { afterMs: 5_000, crash: 'test' },
    { procedure: 'domainIsActive', nth: 2, delayMs: 7_000 },
    { procedure: 'domainCreate', at: 'reply', drop: true },
  );
  expect(told).toEqual(['17 s: End of file while reading data: Input/output error']);
});
