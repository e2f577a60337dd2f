import { join } from 'node:path';
import { remoteDriver, testDriver } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { driverContract, loggedDriver } from '@virtkit/core/testing';
import { expect, test } from 'vitest';
import { startDaemon } from './start-daemon.js';
import { temporaryDirectory } from './testing/temporary-directory.js';

const WORLD = 'default?seed=7&clock=virtual';

const domainXml = (name: string, uuid: string): string => `<domain type='test'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='KiB'>65536</memory>
  <os><type>hvm</type></os>
  <devices><interface type='network'><source network='default'/></interface></devices>
</domain>`;

/** What the contract test does by way of a driver, and what comes back. */
async function contractLog(driver: Driver, uri: string): Promise<string[]> {
  const lines: string[] = [];
  const drivers = [loggedDriver(driver, (line) => lines.push(line))];
  for (const { run } of driverContract({ uri, drivers, domainXml })) await run();
  return lines;
}

/** The same with a fresh world behind a fresh daemon. */
async function remoteLog(): Promise<string[]> {
  await using directory = await temporaryDirectory();
  const socket = join(directory.path, 'socket');
  const daemon = await startDaemon({ socket, drivers: [testDriver()], uri: 'test:///default' });
  try {
    return await contractLog(remoteDriver(), `test+unix:///${WORLD}&socket=${socket}`);
  } finally {
    await daemon.close();
  }
}

test('the contract leaves the same log behind the daemon twice, and the log that it leaves in process', async () => {
  const log = await remoteLog();
  expect(log.length).toBeGreaterThan(100);
  expect(await remoteLog()).toEqual(log);
  expect(await contractLog(testDriver(), `test:///${WORLD}`)).toEqual(log);
});
