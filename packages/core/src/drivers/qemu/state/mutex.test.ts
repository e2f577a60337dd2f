import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import { Mutex } from './mutex.js';

const never = new AbortController().signal;

test('runs actions one at a time, in the order of asking', async () => {
  const mutex = new Mutex('the lock', 10_000);
  const seen: string[] = [];
  const action = (name: string) => async (): Promise<void> => {
    seen.push(`${name} begins`);
    await sleep(2);
    seen.push(`${name} ends`);
  };
  await Promise.all(['a', 'b', 'c'].map((name) => mutex.run(never, action(name))));
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('waits no longer than told, and those behind still get their turn', async () => {
  const mutex = new Mutex('state change lock', 20);
  let release = (): void => {};
  const first = mutex.run(never, () => new Promise<void>((resolve) => (release = resolve)));
  const late = await mutex.run(never, async () => 'late').catch((error: unknown) => error);
  expect(VirtError.isInstance(late, 'OPERATION_TIMEOUT')).toBe(true);
  const next = mutex.run(never, async () => 'next');
  release();
  await first;
  expect(await next).toBe('next');
});

test('gives up waiting on abort', async () => {
  const mutex = new Mutex('the lock', 10_000);
  let release = (): void => {};
  const first = mutex.run(never, () => new Promise<void>((resolve) => (release = resolve)));
  const abort = new AbortController();
  const waiting = mutex.run(abort.signal, async () => 'never');
  abort.abort();
  await expect(waiting).rejects.toThrow();
  release();
  await first;
});

test('goes on after an action that failed', async () => {
  const mutex = new Mutex('the lock', 10_000);
  await expect(mutex.run(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await mutex.run(never, async () => 'next')).toBe('next');
});
