import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../api/connection.js';
import type { Domain } from '../../../api/domain.js';
import { cpuRegisters } from '../testing/cpu-registers.js';
import { TemporaryRoot, tinyDomainXml } from '../testing/temporary-root.js';

const RUNNING = 2;
const PAUSED = 4;
const FORCE_BOOT = 8;
const MANAGED_SAVE = 1;
const SETTINGS = { qmp: { monitor: 'qmp' }, hmp: { monitor: 'hmp', pollIntervalMs: 20 } } as const;
const MONITORS = ['qmp', 'hmp'] as const;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  roots = { qmp: await TemporaryRoot.create(SETTINGS.qmp), hmp: await TemporaryRoot.create(SETTINGS.hmp) };
});
afterEach(() => Promise.all(MONITORS.map((monitor) => roots[monitor].clear())));
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

const save = (connection: Connection, domain: Domain, to: string, flags = 0, xml?: string) =>
  connection.call('domainSaveFlags', { domain, to, xml, flags });
const restore = (connection: Connection, from: string, flags = 0, xml?: string) =>
  connection.call('domainRestoreFlags', { from, xml, flags });

test.each(MONITORS)('over %s: a saved domain goes on where it was', async (monitor) => {
  const root = roots[monitor];
  const path = join(root.directory, 'web.image');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    await domain.suspend();
    const before = await cpuRegisters(connection, domain);
    const xml = await domain.getXMLDesc({ inactive: true });
    await save(connection, domain, path);
    expect(await root.emulators()).toEqual([]);
    expect(await root.runtimeFiles()).toEqual([]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await restore(connection, path);
    const restored = await connection.domainLookupByName('web');
    expect((await restored.getState()).state).toBe('paused');
    expect(await cpuRegisters(connection, restored)).toBe(before);
    expect(await restored.getXMLDesc({ inactive: true })).toBe(xml);
    await expect(restore(connection, path)).rejects.toThrow(/already active/);
    await save(connection, restored, path, RUNNING);
    await restore(connection, path);
    const running = await connection.domainLookupByName('web');
    expect(await running.getState()).toEqual({ state: 'running', reason: 'restored' });
  });
});

test('the next start takes up what a managed save left, once', async () => {
  const root = roots.qmp;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    const managedSave = (flags = 0) => connection.call('domainManagedSave', { domain, flags });
    const hasImage = async () => (await connection.call('domainHasManagedSaveImage', { domain, flags: 0 })).result;
    await expect(managedSave()).rejects.toThrow('domain is not running');
    await domain.create();
    await managedSave();
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'saved' });
    expect(await hasImage()).toBe(true);
    expect((await connection.listAllDomains({ managedSave: true })).map(({ name }) => name)).toEqual(['web']);
    await expect(domain.undefine()).rejects.toThrow(/managed save image exists/);
    await domain.create();
    expect(await hasImage()).toBe(false);
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'restored' });
    await managedSave(PAUSED);
    await domain.create();
    expect((await domain.getState()).state).toBe('paused');
    await managedSave();
    await connection.call('domainCreateWithFlags', { domain, flags: FORCE_BOOT });
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
    expect(await hasImage()).toBe(false);
    await managedSave();
    await connection.call('domainManagedSaveRemove', { domain, flags: 0 });
    expect(await hasImage()).toBe(false);
    await domain.create();
    await managedSave();
    await connection.call('domainUndefineFlags', { domain, flags: MANAGED_SAVE });
    expect(await readdir(join(root.directory, 'lib/save'))).toEqual([]);
  });
});

test('after a save that fails or is given up the domain runs, and there is no file', async () => {
  const root = roots.qmp;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    await expect(save(connection, domain, '/virtkit-has-none/web.image')).rejects.toThrow(
      /Failed to create file .*No such file or directory/,
    );
    expect((await domain.getState()).state).toBe('running');
    const given = new AbortController();
    const path = join(root.directory, 'given-up.image');
    const saving = connection.call(
      'domainSaveFlags',
      { domain, to: path, xml: undefined, flags: 0 },
      { signal: given.signal },
    );
    const events = await connection.lifecycleEvents({ domain });
    for await (const { event } of events) if (event === 'suspended') break;
    given.abort();
    await expect(saving).rejects.toThrow();
    expect((await readdir(root.directory)).filter((name) => name.includes('given-up'))).toEqual([]);
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'save canceled' });
    await save(connection, domain, path);
    expect(await root.emulators()).toEqual([]);
  });
});

test('an image that is damaged, or no image, starts nothing', async () => {
  const root = roots.qmp;
  const path = join(root.directory, 'web.image');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    await save(connection, domain, path);
    const image = await readFile(path);
    const start = image.indexOf('</domain>') + '</domain>\n'.length;
    const broken: readonly (readonly [Buffer, RegExp])[] = [
      [Buffer.from('#!/bin/sh\nexit 0\n'), /no image of a domain/],
      [Buffer.alloc(0), /no image of a domain/],
      [image.subarray(0, 40), /cannot restore/],
      [image.subarray(0, start - 20), /ends too soon/],
      [image.subarray(0, start + 5000), /./],
    ];
    for (const [bytes, why] of broken) {
      await writeFile(path, bytes);
      await expect(restore(connection, path)).rejects.toThrow(why);
      expect(await root.emulators()).toEqual([]);
      expect(await root.runtimeFiles()).toEqual([]);
    }
    await writeFile(path, image);
    const other = tinyDomainXml('web').replace("<memory unit='MiB'>32", "<memory unit='MiB'>64");
    await expect(restore(connection, path, 0, other)).rejects.toMatchObject({ code: 'CONFIG_UNSUPPORTED' });
    await expect(restore(connection, join(root.directory, 'none'))).rejects.toThrow(/cannot read/);
    await restore(connection, path);
  });
});
