import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProgram, buildProgram } from './testing/build-program.js';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => rm(program.directory, { recursive: true, force: true }));

const start = (...args: string[]) => spawn(process.execPath, [program.main, '-c', 'test:///default', ...args]);

async function ending(child: ChildProcess): Promise<unknown> {
  const [status, signal] = await once(child, 'exit');
  return signal ?? status;
}

test('prints and ends', async () => {
  const child = start('list');
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ending(child)]);
  expect({ stdout, stderr, status }).toEqual({
    stdout: ' Id   Name   State\n----------------------\n 1    test   running\n\n',
    stderr: '',
    status: 0,
  });
});

test('fails with a status', async () => {
  const child = start('domstate', 'nobody');
  const [stderr, status] = await Promise.all([text(child.stderr), ending(child)]);
  expect({ stderr, status }).toEqual({ stderr: "error: failed to get domain 'nobody'\n", status: 1 });
});

test('a closed pipe ends it quietly', async () => {
  const child = start('dumpxml test; '.repeat(100));
  child.stdout.destroy();
  const [stderr, status] = await Promise.all([text(child.stderr), ending(child)]);
  expect({ stderr, status }).toEqual({ stderr: '', status: 141 });
});

test.for([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s cancels it', async ([signal, expected]) => {
  const child = start('suspend test; event --event lifecycle --loop');
  await once(child.stdout, 'data');
  child.kill(signal);
  const [stderr, status] = await Promise.all([text(child.stderr), ending(child)]);
  expect({ stderr, status }).toEqual({ stderr: '', status: expected });
});

test('waits for its timeout, though nothing else keeps it', async () => {
  const child = start('event', '--event', 'lifecycle', '--timeout', '1');
  const [stdout, status] = await Promise.all([text(child.stdout), ending(child)]);
  expect({ stdout, status }).toEqual({ stdout: 'event loop timed out\nevents received: 0\n\n', status: 1 });
});

test('ends though its input stays open', async () => {
  const child = start('console', 'test');
  expect(await ending(child)).toBe(1);
});
