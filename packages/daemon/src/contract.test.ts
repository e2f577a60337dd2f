import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qemuDriver, testDriver } from '@virtkit/core';
import { driverContract } from '@virtkit/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';

let directory: string;
let socket: string;
let daemon: Daemon;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-daemon-'));
  socket = join(directory, 'socket');
  const drivers = [testDriver(), qemuDriver({ root: join(directory, 'root') })];
  daemon = await startDaemon({ socket, drivers, uri: 'qemu:///session' });
});
afterAll(async () => {
  await daemon.close();
  await rm(directory, { recursive: true, force: true });
});

const domainXml = (type: string, machine: string) => (name: string, uuid: string) =>
  `<domain type='${type}'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type${machine}>hvm</type></os>
</domain>`;

async function fulfil(uri: string, xml: (name: string, uuid: string) => string): Promise<void> {
  const checks = driverContract({ uri: `${uri}?socket=${socket}`, domainXml: xml });
  for (const { name, run } of checks) {
    await run().catch((cause: unknown) => {
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    });
  }
  expect(checks.length).toBeGreaterThan(0);
}

test('the test driver behind the daemon fulfils the driver contract', async () => {
  await fulfil('test+unix:///default', domainXml('test', ''));
}, 60_000);

test('the qemu driver behind the daemon fulfils the driver contract', async () => {
  await fulfil('qemu+unix:///session', domainXml('qemu', " arch='x86_64' machine='pc'"));
}, 120_000);

test('clients that have gone are forgotten', async () => {
  for (let waited = 0; daemon.clientCount > 0 && waited < 100; waited++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(daemon.clientCount).toBe(0);
});
