import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDriver } from '../drivers/test/index.js';
import { connect } from './connect.js';
import type { Connection } from './connection.js';
import type { Domain } from './domain.js';

let connection: Connection;
let domain: Domain;

beforeEach(async () => {
  connection = await connect('test:///default', { drivers: [testDriver()] });
  domain = await connection.domainLookupByName('test');
});
afterEach(() => connection.close());

test('a domain that was saved goes on', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-api-'));
  const image = join(directory, 'test.image');
  try {
    await domain.save(image);
    expect((await domain.getState()).state).toBe('shutoff');
    await connection.domainRestore(image);
    expect((await domain.getState()).state).toBe('running');
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a managed save waits for the next start, unless it is removed', async () => {
  await domain.managedSave();
  expect(await domain.hasManagedSaveImage()).toBe(true);
  await domain.managedSaveRemove();
  expect(await domain.hasManagedSaveImage()).toBe(false);
});

test('what a domain has changes', async () => {
  await domain.setAutostart(true);
  expect(await domain.getAutostart()).toBe(true);
  await domain.setMemory(1_048_576);
  expect((await domain.getInfo()).memoryKiB).toBe(1_048_576);
  await domain.setVcpus(1, { config: true });
  expect(await domain.getVcpus({ config: true })).toBe(1);
  expect(await domain.getVcpus({ maximum: true })).toBe(2);
});

test('snapshots come one after the other, and a domain goes back to one', async () => {
  const first = await domain.snapshotCreateXML('<domainsnapshot><name>first</name></domainsnapshot>');
  await domain.suspend();
  const second = await domain.snapshotCreateXML('<domainsnapshot><name>second</name></domainsnapshot>');
  expect((await domain.listAllSnapshots({ roots: true })).map(({ name }) => name)).toEqual(['first']);
  expect((await first.listAllChildren()).map(({ name }) => name)).toEqual(['second']);
  expect((await second.getParent()).name).toBe('first');
  await expect(first.getParent()).rejects.toMatchObject({ code: 'NO_DOMAIN_SNAPSHOT' });
  expect(await second.isCurrent()).toBe(true);
  expect(await first.getXMLDesc()).toContain('<name>first</name>');
  await first.revert();
  expect((await domain.getState()).state).toBe('running');
  await first.delete({ children: true });
  expect(await domain.listAllSnapshots()).toEqual([]);
});
