import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RpcServer } from './rpc-server.js';
import { type TemporarySocket, temporarySocket } from './testing/temporary-socket.js';
import { tinyDriver } from './testing/tiny-driver.js';

const run = promisify(execFile);
const env = { ...process.env, LC_ALL: 'C' };

let socket: TemporarySocket;
let server: RpcServer;

beforeAll(async () => {
  socket = await temporarySocket();
  server = new RpcServer({ serve: tinyDriver() });
  await server.listen({ path: socket.path });
});
afterAll(async () => {
  await server.close();
  await socket[Symbol.asyncDispose]();
});

const words = (...command: string[]): string[] => ['-c', `qemu+unix:///session?socket=${socket.path}`, ...command];

async function virsh(...command: string[]): Promise<string> {
  const { stdout } = await run('virsh', words(...command), { env });
  return stdout;
}

test('the real virsh shows a domain', async () => {
  const shown = await virsh('dominfo', 'web');
  expect(shown).toContain('UUID:           6695eb01-f6a4-8304-79aa-97f2502e193f\n');
  expect(shown).toContain('CPU time:       4.2s\nMax memory:     2097152 KiB\n');
});

test('it falls back to older procedures on NO_SUPPORT', async () => {
  expect(await virsh('list', '--all')).toMatch(/^ 1 +web +running$/m);
});

test('it fetches typed parameters', async () => {
  expect(await virsh('memtune', 'web')).toBe('hard_limit     : 1024\n\n');
});

test('it takes a stream to its end', async () => {
  const file = `${socket.directory}/screenshot`;
  await virsh('screenshot', 'web', file);
  expect(Buffer.alloc(300_000, 7).equals(await readFile(file))).toBe(true);
});

test('it prints the error that the driver raised', async () => {
  const failure = run('virsh', words('capabilities'), { env });
  const stderr = 'error: failed to get capabilities\nerror: this function is not supported by the connection driver';
  await expect(failure).rejects.toMatchObject({ stderr: expect.stringContaining(stderr) });
});

test('it waits for an event that another virsh causes', async () => {
  let isHeard = false;
  const listening = virsh('event', '--domain', 'web', '--event', 'lifecycle').finally(() => {
    isHeard = true;
  });
  while (!isHeard) await virsh('suspend', 'web');
  expect(await listening).toContain("event 'lifecycle' for domain 'web': Suspended Paused");
});
