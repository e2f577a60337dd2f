import { describe, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import { driverContract } from '../../testing/driver-contract.js';
import { testDriver } from './index.js';

const domainXml = (name: string, uuid: string): string => `<domain type='test'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='KiB'>65536</memory>
  <os><type>hvm</type></os>
</domain>`;

describe('the driver contract', () => {
  for (const { name, run } of driverContract({ uri: 'test:///default', drivers: [testDriver()], domainXml })) {
    test(name, run);
  }
});

test('its default world has one running domain', async () => {
  const connection = await connect('test:///default', { drivers: [testDriver()] });
  const [domain] = await connection.listAllDomains();
  expect(domain).toMatchObject({ name: 'test', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 });
  expect(await domain?.getInfo()).toMatchObject({
    state: 'running',
    maxMemoryKiB: 8388608,
    memoryKiB: 2097152,
    vcpus: 2,
  });
  await connection.close();
});

test('knows no other world', async () => {
  await expect(connect('test:///elsewhere', { drivers: [testDriver()] })).rejects.toMatchObject({
    code: 'INVALID_ARG',
  });
});
