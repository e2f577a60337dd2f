import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TemporaryRoot, tinyDomainXml, UUID } from './testing/temporary-root.js';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterAll(() => root.remove());

const cut = (file: string): Promise<void> => truncate(join(root.directory, file), 100);

test('a transient domain whose status file is cut is still managed', async () => {
  await root.withConnection((connection) => connection.domainCreateXML(tinyDomainXml('web')));
  await cut('run/qemu/web.json');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(domain.uuid).toBe(UUID);
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'unknown' });
    expect(await domain.getInfo()).toMatchObject({ maxMemoryKiB: 32 * 1024, vcpus: 1 });
    expect(await domain.getXMLDesc()).toMatch(/<type arch='x86_64' machine='pc-i440fx-[\d.]+'>hvm<\/type>/);
    await domain.suspend();
    await domain.destroy();
    expect(await connection.listAllDomains()).toEqual([]);
  });
  expect(await root.emulators()).toEqual([]);
  expect(await root.runtimeFiles()).toEqual([]);
});

test('a persistent one keeps its definition, and its console', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await domain.create({ paused: true });
  });
  await cut('run/qemu/web.json');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'unknown' });
    expect(await domain.getXMLDesc()).toMatch(/<serial type='pty'>\s*<source path='\/dev\/pts\/\d+'\/>/);
    await domain.resume();
    await domain.destroy();
    await domain.undefine();
  });
});

test('of one that has ended meanwhile nothing is left', async () => {
  const pid = await root.withConnection(async (connection) => {
    await connection.domainCreateXML(tinyDomainXml('web'));
    return root.emulatorPid('web');
  });
  await cut('run/qemu/web.json');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => root.emulators()).toEqual([]);
  await root.withConnection(async (connection) => {
    expect(await connection.listAllDomains()).toEqual([]);
  });
});
