import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TemporaryRoot, tinyDomainXml, UUID } from './testing/temporary-root.js';

const MONITORS = ['qmp', 'hmp'] as const;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  roots = { qmp: await TemporaryRoot.create(), hmp: await TemporaryRoot.create({ monitor: 'hmp' }) };
});
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

const cutStatus = (root: TemporaryRoot): Promise<void> => truncate(join(root.directory, 'run/qemu/web.json'), 100);

test.each(MONITORS)('over %s: a transient domain whose status file is cut is still managed', async (monitor) => {
  const root = roots[monitor];
  await root.withConnection((connection) => connection.domainCreateXML(tinyDomainXml('web')));
  await cutStatus(root);
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

test.each(MONITORS)('over %s: a persistent one keeps its definition, and its console', async (monitor) => {
  const root = roots[monitor];
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await domain.create({ paused: true });
  });
  await cutStatus(root);
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'unknown' });
    expect(await domain.getXMLDesc()).toMatch(/<serial type='pty'>\s*<source path='\/dev\/pts\/\d+'\/>/);
    await domain.resume();
    await domain.destroy();
    await domain.undefine();
  });
});

test.each(MONITORS)('over %s: of one that has ended meanwhile nothing is left', async (monitor) => {
  const root = roots[monitor];
  const pid = await root.withConnection(async (connection) => {
    await connection.domainCreateXML(tinyDomainXml('web'));
    return root.emulatorPid('web');
  });
  await cutStatus(root);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => root.emulators()).toEqual([]);
  await root.withConnection(async (connection) => {
    expect(await connection.listAllDomains()).toEqual([]);
  });
});
