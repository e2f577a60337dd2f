import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identifyProcess } from '../process/process-identity.js';
import { withLockFile } from './root-lock.js';

const never = new AbortController().signal;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('lets one action at a time run', async () => {
  const lock = join(directory, 'lock');
  let inside = 0;
  let most = 0;
  const action = async (): Promise<void> => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 10 }, () => withLockFile(lock, never, action)));
  expect(most).toBe(1);
  expect(await readdir(directory)).toEqual([]);
});

test('passes over the lock of a process that has ended', async () => {
  const lock = join(directory, 'lock');
  const child = spawn('sleep', ['60']);
  const { pid = 0, startTime = '' } = identifyProcess(child.pid ?? 0) ?? {};
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(lock, `${pid} ${startTime}`);
  expect(await withLockFile(lock, never, async () => 'had')).toBe('had');
});

test('is given up on abort, and held by the holder still', async () => {
  const lock = join(directory, 'lock');
  const abort = new AbortController();
  await withLockFile(lock, never, async () => {
    const waiting = withLockFile(lock, abort.signal, async () => 'never');
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow();
    expect((await readFile(lock, 'utf8')).split(' ')[0]).toBe(String(process.pid));
  });
});

test('is let go when the action fails', async () => {
  const lock = join(directory, 'lock');
  await expect(withLockFile(lock, never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await readdir(directory)).toEqual([]);
});
