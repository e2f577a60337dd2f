import { expect, test } from 'vitest';
import { connect } from '../api/connect.js';
import { testDriver } from '../drivers/test/index.js';
import { driverContract } from './driver-contract.js';
import { loggedDriver } from './logged-driver.js';

test('a log has each call, result, failure and event in its order', async () => {
  const lines: string[] = [];
  const drivers = [loggedDriver(testDriver({ seed: 7 }), (line) => lines.push(line))];
  const connection = await connect('test:///default', { drivers });
  await connection.lifecycleEvents();
  const domain = await connection.domainLookupByName('test');
  await domain.suspend();
  await connection.domainLookupByName('nobody').catch(() => {});
  const other = await connect('test:///default', { drivers });
  await other.call('nodeGetCPUMap', { needMap: true, needOnline: true, flags: 0 });
  await other.close();
  await connection.close();
  const reference = '{"name":"test","uuid":"6695eb01-f6a4-8304-79aa-97f2502e193f","id":1}';
  expect(lines).toEqual([
    '1 connectDomainEventCallbackRegisterAny {"eventId":0}',
    '1 connectDomainEventCallbackRegisterAny → {"callbackId":1}',
    '1 domainLookupByName {"name":"test"}',
    `1 domainLookupByName → {"domain":${reference}}`,
    `1 domainSuspend {"domain":${reference}}`,
    `1 domainEventCallbackLifecycle {"callbackId":1,"domain":${reference},"event":3,"detail":0}`,
    '1 domainSuspend → {}',
    '1 domainLookupByName {"name":"nobody"}',
    "1 domainLookupByName ✗ VirtError: Domain not found: no domain with matching name 'nobody'",
    '2 nodeGetCPUMap {"needMap":true,"needOnline":true,"flags":0}',
    '2 nodeGetCPUMap → {"cpuMap":"15","online":3,"cpuCount":8}',
    '2 connectClose {}',
    '2 connectClose → {}',
    '1 connectClose {}',
    '1 connectClose → {}',
  ]);
});

/** What the contract test does to a fresh world, which gives its domains MAC addresses and UUIDs of its own. */
async function contractLog(): Promise<string> {
  const lines: string[] = [];
  const drivers = [loggedDriver(testDriver(), (line) => lines.push(line))];
  const domainXml = (name: string, uuid: string): string => `<domain type='test'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='KiB'>65536</memory>
  <os><type>hvm</type></os>
  <devices><interface type='network'><source network='default'/></interface></devices>
</domain>`;
  const uri = 'test:///default?seed=7&clock=virtual';
  for (const { run } of driverContract({ uri, drivers, domainXml })) await run();
  return lines.join('\n');
}

test('the contract leaves the same log on the same world, byte by byte', async () => {
  const log = await contractLog();
  expect(log).toContain('<mac address=');
  expect(log.split('\n').length).toBeGreaterThan(100);
  expect(await contractLog()).toBe(log);
});
