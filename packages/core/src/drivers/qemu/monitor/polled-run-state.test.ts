import { expect, test } from 'vitest';
import { PolledRunState } from './polled-run-state.js';

const found = (status: string) => async () => ({ status, isRunning: status === 'running' });

async function kindsOf(...states: readonly string[]): Promise<(string | undefined)[]> {
  const runState = new PolledRunState();
  const kinds: (string | undefined)[] = [];
  for (const state of states) kinds.push((await runState.look(found(state)))?.kind);
  return kinds;
}

test.each([
  ['running', 'paused', 'stop'],
  ['running', 'io-error', 'stop'],
  ['paused', 'running', 'resume'],
  ['running', 'suspended', 'suspend'],
  ['suspended', 'running', 'wakeup'],
  ['running', 'guest-panicked', 'panicked'],
  ['running', 'shutdown', 'shutdown'],
  ['running', 'running', undefined],
])('from %s to %s is told as %s', async (before, after, kind) => {
  expect(await kindsOf(before, after)).toEqual([undefined, kind]);
});

test('what the driver did itself, or was told, is no event', async () => {
  const runState = new PolledRunState();
  runState.note({ status: 'prelaunch', isRunning: false });
  await runState.change(async () => {}, 'running');
  expect(await runState.look(found('running'))).toBeUndefined();
});

test('a command that failed leaves the truth to the next look', async () => {
  const runState = new PolledRunState();
  runState.note({ status: 'paused', isRunning: false });
  await expect(runState.change(() => Promise.reject(new Error('refused')), 'running')).rejects.toThrow('refused');
  expect(await runState.look(found('running'))).toEqual({ kind: 'resume' });
});

test('an answer that is older than the last change is out of date', async () => {
  const runState = new PolledRunState();
  runState.note({ status: 'running', isRunning: true });
  let answer = (_status: string): void => {};
  const old = runState.look(async () => {
    const status = await new Promise<string>((resolve) => {
      answer = resolve;
    });
    return { status, isRunning: false };
  });
  await runState.change(async () => {}, 'running');
  answer('paused');
  expect(await old).toBeUndefined();
  expect(await runState.look(found('running'))).toBeUndefined();
});
