import { expect, test } from 'vitest';
import { systemClock } from './clock.js';
import { virtualClock } from './virtual-clock.js';

test('wakes sleepers in the order of their times, then of falling asleep', async () => {
  const clock = virtualClock({ startMs: 1000 });
  const woken: string[] = [];
  const sleeper = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${name} at ${clock.now()}`);
  };
  void sleeper('late', 50);
  void sleeper('first', 20);
  void sleeper('second', 20);
  void sleeper('never', 101);
  await clock.advance(100);
  expect(woken).toEqual(['first at 1020', 'second at 1020', 'late at 1050']);
  expect([clock.now(), clock.advancedMs]).toEqual([1100, 100]);
});

test('wakes who falls asleep again within the same advance', async () => {
  const clock = virtualClock({ startMs: 0 });
  const ticks: number[] = [];
  const tick = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(30);
      ticks.push(clock.now());
    }
  };
  void tick();
  await clock.advance(100);
  expect(ticks).toEqual([30, 60, 90]);
});

test('lets overlapping advances take turns', async () => {
  const clock = virtualClock({ startMs: 0 });
  const seen: number[] = [];
  const note = (): number => seen.push(clock.now());
  await Promise.all([clock.advance(10).then(note), clock.advance(5).then(note)]);
  expect(seen).toEqual([10, 15]);
});

test('stops where it is when the advance is given up', async () => {
  const clock = virtualClock({ startMs: 0 });
  const given = new AbortController();
  void clock.sleep(10).then(() => given.abort(new Error('enough')));
  await expect(clock.advance(100, { signal: given.signal })).rejects.toThrow('enough');
  expect(clock.now()).toBe(10);
  await clock.advance(1);
  expect(clock.now()).toBe(11);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses to be advanced by %s ms', async (ms) => {
  await expect(virtualClock().advance(ms)).rejects.toMatchObject({ code: 'INVALID_ARG' });
});

test.each([systemClock, virtualClock()])('a sleep that is given up ends with the reason', async (clock) => {
  const given = new AbortController();
  const sleep = clock.sleep(2 ** 40, { signal: given.signal });
  given.abort(new Error('enough'));
  await expect(sleep).rejects.toThrow('enough');
  await expect(clock.sleep(1, { signal: given.signal })).rejects.toThrow('enough');
});
