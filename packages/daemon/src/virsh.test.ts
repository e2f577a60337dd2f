import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { qemuDriver, testDriver } from '@virtkit/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';

const run = promisify(execFile);

let directory: string;
let daemon: Daemon;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-daemon-'));
  daemon = await startDaemon({
    socket: join(directory, 'socket'),
    drivers: [testDriver(), qemuDriver({ root: join(directory, 'root') })],
    uri: 'test:///default',
  });
});
afterAll(async () => {
  await daemon.close();
  await rm(directory, { recursive: true, force: true });
});

async function virsh(uri: string, ...command: string[]): Promise<string> {
  const remote = `${uri.replace(':', '+unix:')}?socket=${join(directory, 'socket')}`;
  const { stdout } = await run('virsh', ['-c', remote, ...command], { env: { ...process.env, LC_ALL: 'C' } });
  return stdout;
}

test('the real virsh sees the test driver’s domain', async () => {
  expect(await virsh('test:///default', 'list', '--all')).toMatch(/^ 1 +test +running$/m);
  expect(await virsh('test:///default', 'domstate', 'test')).toBe('running\n\n');
  expect(await virsh('test:///default', 'domuuid', 'test')).toContain('6695eb01-f6a4-8304-79aa-97f2502e193f');
});

test('a read-only virsh is refused what changes something', async () => {
  await expect(virsh('test:///default', '--readonly', 'suspend', 'test')).rejects.toMatchObject({
    stderr: expect.stringContaining('operation forbidden: read only access prevents virDomainSuspend'),
  });
});

test('what a driver lacks is not supported', async () => {
  await expect(virsh('test:///default', 'domjobinfo', 'test')).rejects.toMatchObject({
    stderr: expect.stringContaining('this function is not supported by the connection driver: virDomainGetJob'),
  });
});

test('an unknown domain is unknown to virsh, too', async () => {
  await expect(virsh('test:///default', 'domstate', 'nobody')).rejects.toMatchObject({
    stderr: expect.stringContaining("failed to get domain 'nobody'"),
  });
});
