import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withDirectoryLock } from './directory-lock.js';

const never = new AbortController().signal;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('lets one action at a time run, and leaves nothing on disk', async () => {
  let inside = 0;
  let most = 0;
  const action = async (): Promise<void> => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 10 }, () => withDirectoryLock(directory, never, action)));
  expect(most).toBe(1);
  expect(await readdir(directory)).toEqual([]);
});

test('goes with the process that held it, however that ended', async () => {
  const holder = `
    const { statSync } = require('node:fs');
    const { dev, ino } = statSync(process.argv[1], { bigint: true });
    require('node:net').createServer().listen('\\0virtkit-directory-' + dev + '-' + ino, () => console.log('held'));`;
  const child = spawn(process.execPath, ['-e', holder, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  let isHeld = true;
  const waiting = withDirectoryLock(directory, never, async () => isHeld);
  await sleep(30);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  isHeld = false;
  await exited;
  expect(await waiting).toBe(false);
});

test('is given up on abort, and held by the holder still', async () => {
  const abort = new AbortController();
  await withDirectoryLock(directory, never, async () => {
    const waiting = withDirectoryLock(directory, abort.signal, async () => 'never');
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow();
  });
});

test('is let go when the action fails', async () => {
  await expect(withDirectoryLock(directory, never, () => Promise.reject(new Error('failed')))).rejects.toThrow(
    'failed',
  );
  expect(await withDirectoryLock(directory, never, async () => 'had')).toBe('had');
});
