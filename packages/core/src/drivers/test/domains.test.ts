import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import type { Domain } from '../../api/domain.js';
import { testDriver } from './index.js';

let connection: Connection;
let domain: Domain;

beforeEach(async () => {
  connection = await connect('test:///default', { drivers: [testDriver()] });
  domain = await connection.domainLookupByName('test');
});
afterEach(() => connection.close());

const LIVE = 1;
const CONFIG = 2;

test('changes what runs, what the next start takes, or both', async () => {
  await connection.call('domainSetVcpusFlags', { domain, vcpuCount: 1, flags: LIVE });
  expect(await connection.call('domainGetVcpusFlags', { domain, flags: LIVE })).toEqual({ count: 1 });
  expect(await connection.call('domainGetVcpusFlags', { domain, flags: CONFIG })).toEqual({ count: 2 });
  const both = connection.call('domainSetMemoryFlags', { domain, memory: 1_048_576n, flags: LIVE | CONFIG });
  await expect(both).rejects.toMatchObject({ code: 'INVALID_ARG' });
  await connection.call('domainSetMemoryFlags', { domain, memory: 1_048_576n, flags: CONFIG });
  await domain.destroy();
  expect(await domain.getInfo()).toMatchObject({ vcpus: 2, memoryKiB: 1_048_576 });
});

test('changes nothing when one of the definitions refuses', async () => {
  await connection.call('domainSetVcpusFlags', { domain, vcpuCount: 4, flags: 4 | CONFIG });
  const change = connection.call('domainSetVcpusFlags', { domain, vcpuCount: 3, flags: LIVE | CONFIG });
  await expect(change).rejects.toMatchObject({ code: 'INVALID_ARG' });
  expect(await connection.call('domainGetVcpusFlags', { domain, flags: CONFIG })).toEqual({ count: 2 });
  const many = connection.call('domainSetVcpusFlags', { domain, vcpuCount: 33, flags: 4 | CONFIG });
  await expect(many).rejects.toMatchObject({ code: 'INVALID_ARG' });
});

test('saves a domain to a file, and restores what it was', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-test-'));
  try {
    const file = join(directory, 'test.save');
    await connection.call('domainSave', { domain, to: file });
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'saved' });
    await connection.call('domainRestore', { from: file });
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'restored' });
    await expect(connection.call('domainRestore', { from: file })).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
    const missing = connection.call('domainRestore', { from: join(directory, 'nothing') });
    await expect(missing).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('starts a saved domain as it was saved', async () => {
  await connection.call('domainSetMemory', { domain, memory: 1_048_576n });
  await connection.call('domainManagedSave', { domain, flags: 0 });
  const listed = await connection.listAllDomains({ managedSave: true });
  expect(listed.map(({ name }) => name)).toEqual(['test']);
  await domain.create();
  expect(await domain.getInfo()).toMatchObject({ memoryKiB: 1_048_576 });
  expect(await connection.call('domainHasManagedSaveImage', { domain, flags: 0 })).toEqual({ result: false });
});

test('makes a domain again what it was at a snapshot', async () => {
  const xml = '<domainsnapshot><name>before</name></domainsnapshot>';
  const { snapshot } = await connection.call('domainSnapshotCreateXML', { domain, xml, flags: 0 });
  await connection.call('domainSetMemory', { domain, memory: 1_048_576n });
  await domain.destroy();
  await connection.call('domainRevertToSnapshot', { snapshot, flags: 0 });
  expect(await domain.getState()).toEqual({ state: 'running', reason: 'from snapshot' });
  expect(await domain.getInfo()).toMatchObject({ memoryKiB: 2_097_152 });
  await domain.destroy();
  await expect(domain.undefine()).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
});

test('holds file systems still once', async () => {
  const all = { domain, mountPoints: [], flags: 0 };
  expect(await connection.call('domainFSFreeze', { ...all, mountPoints: ['/boot'] })).toEqual({ filesystems: 1 });
  expect(await connection.call('domainFSFreeze', all)).toEqual({ filesystems: 1 });
  expect(await connection.call('domainFSThaw', all)).toEqual({ filesystems: 2 });
  expect(await connection.call('domainFSThaw', all)).toEqual({ filesystems: 0 });
});

test('finds a renamed domain by its new name alone', async () => {
  await expect(connection.call('domainRename', { domain, newName: 'web', flags: 0 })).rejects.toMatchObject({
    code: 'OPERATION_INVALID',
  });
  await domain.destroy();
  await connection.call('domainRename', { domain, newName: 'web', flags: 0 });
  expect((await connection.domainLookupByName('web')).uuid).toBe(domain.uuid);
  await expect(connection.domainLookupByName('test')).rejects.toMatchObject({ code: 'NO_DOMAIN' });
});

test('refuses a definition that libvirt refuses, and defines nothing', async () => {
  const xml = "<domain type='test'><name>broken</name></domain>";
  await expect(connection.domainDefineXML(xml)).rejects.toMatchObject({ code: 'XML_ERROR' });
  await expect(connection.domainLookupByName('broken')).rejects.toMatchObject({ code: 'NO_DOMAIN' });
});

test('gives a domain disks, each where its target belongs, and takes devices by their aliases', async () => {
  const disk = (dev: string) =>
    `<disk type='file' device='disk'><source file='/${dev}'/><target dev='${dev}' bus='virtio'/><alias name='ua-${dev}'/></disk>`;
  const attach = (xml: string, flags: number) => connection.call('domainAttachDeviceFlags', { domain, xml, flags });
  await attach(disk('vdc'), LIVE);
  await attach(disk('vdb'), LIVE);
  const targets = async () =>
    [...(await domain.getXMLDesc()).matchAll(/<target dev='(vd.)'/g)].map(([, target]) => target);
  expect(await targets()).toEqual(['vda', 'vdb', 'vdc']);
  await expect(attach(disk('vdb'), LIVE)).rejects.toMatchObject({ code: 'OPERATION_FAILED' });
  await expect(attach("<interface type='network'><source network='default'/></interface>", LIVE)).rejects.toMatchObject(
    { code: 'OPERATION_UNSUPPORTED' },
  );
  await connection.call('domainDetachDeviceAlias', { domain, alias: 'ua-vdb', flags: LIVE });
  expect(await targets()).toEqual(['vda', 'vdc']);
  const missing = connection.call('domainDetachDeviceAlias', { domain, alias: 'ua-vdb', flags: LIVE });
  await expect(missing).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
});
