import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('knows no other world than those of files', async () => {
  const drivers = [testDriver()];
  await expect(connect('test:///', { drivers })).rejects.toMatchObject({ code: 'INVALID_ARG' });
  await expect(connect('test:///elsewhere', { drivers })).rejects.toMatchObject({ code: 'XML_ERROR' });
});

test('opens the world that a file describes, each time anew', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-test-'));
  const domain = (name: string, inner: string) =>
    `<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>${name}</name>
      <memory>1024</memory><os><type>hvm</type></os>${inner}</domain>`;
  try {
    await writeFile(join(directory, 'filed.xml'), domain('filed', '<test:runstate>3</test:runstate>'));
    const snapshot = `<test:domainsnapshot><name>first</name><creationTime>5</creationTime><state>shutoff</state>
      ${domain('off', '')}<active>1</active></test:domainsnapshot>`;
    const node = `<node><cpu><mhz>6000</mhz><nodes>4</nodes></cpu><memory>5</memory>
      <domain file='filed.xml'/>${domain('off', `<test:runstate>5</test:runstate><test:hasmanagedsave/>${snapshot}`)}
      <network><name>lab</name></network>
      <pool type='dir'><name>p</name><target><path>/p</path></target>
        <volume><name>v</name><capacity>10</capacity></volume></pool></node>`;
    await writeFile(join(directory, 'node.xml'), node);
    for (const _ of [1, 2]) {
      const connection = await connect(`test://${directory}/node.xml`, { drivers: [testDriver()] });
      const filed = await connection.domainLookupByName('filed');
      expect(await filed.getState()).toEqual({ state: 'paused', reason: 'unknown' });
      await filed.destroy();
      const off = await connection.domainLookupByName('off');
      expect(await connection.call('domainSnapshotCurrent', { domain: off, flags: 0 })).toMatchObject({
        snapshot: { name: 'first' },
      });
      expect(await connection.call('domainHasManagedSaveImage', { domain: off, flags: 0 })).toEqual({ result: true });
      const info = { memory: 5n, mhz: 6000, nodes: 4, cpus: 32, model: 'i686' };
      expect(await connection.call('nodeGetInfo', {})).toMatchObject(info);
      expect(await connection.call('storageVolLookupByPath', { path: '/p/v' })).toMatchObject({
        volume: { name: 'v' },
      });
      await connection.close();
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});
