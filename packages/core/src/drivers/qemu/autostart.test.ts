import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml, UUID } from './testing/temporary-root.js';

const OTHER_UUID = '99999999-2222-4333-8444-555555555555';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

/** Runs `action` on a driver that serves the machine, as a daemon has it. */
async function withServer<T>(action: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect('qemu:///session', { drivers: [qemuDriver({ root: root.directory })] });
  try {
    return await action(connection);
  } finally {
    await connection.close();
  }
}

/** What a boot of the machine leaves: nothing runs, and what told of the last boot is out of date. */
const boot = (): Promise<void> => rm(join(root.directory, 'run/autostarted'), { force: true });

const activeNames = async (connection: Connection): Promise<string[]> =>
  (await connection.listAllDomains()).filter(({ id }) => id !== -1).map(({ name }) => name);

test('a domain starts with the driver after every boot, or after one', async () => {
  await withServer(async (connection) => {
    const always = await connection.domainDefineXML(tinyDomainXml('always', UUID));
    const once = await connection.domainDefineXML(tinyDomainXml('once', OTHER_UUID));
    await connection.call('domainSetAutostart', { domain: always, autostart: true });
    await connection.call('domainSetAutostartOnce', { domain: once, autostart: true });
    expect(await connection.call('domainGetAutostartOnce', { domain: once })).toEqual({ autostart: true });
    expect(await connection.call('domainGetAutostartOnce', { domain: always })).toEqual({ autostart: false });
    expect(await activeNames(connection)).toEqual([]);
  });
  await boot();
  await root.withConnection(async (connection) => expect(await activeNames(connection)).toEqual([]));
  await withServer(async (connection) => {
    expect(await activeNames(connection)).toEqual(['always', 'once']);
    for (const domain of await connection.listAllDomains()) await domain.destroy();
  });
  await withServer(async (connection) => expect(await activeNames(connection)).toEqual([]));
  await boot();
  await withServer(async (connection) => expect(await activeNames(connection)).toEqual(['always']));
});

test('what is undefined does not start any more, nor does what is transient', async () => {
  await withServer(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await connection.call('domainSetAutostart', { domain, autostart: true });
    await connection.call('domainSetAutostartOnce', { domain, autostart: true });
    await domain.undefine();
    expect(await readdir(join(root.directory, 'etc/qemu/autostart'))).toEqual([]);
    const transient = await connection.domainCreateXML(tinyDomainXml('web'));
    for (const procedure of ['domainSetAutostart', 'domainSetAutostartOnce'] as const) {
      const setting = connection.call(procedure, { domain: transient, autostart: true });
      await expect(setting).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
    }
  });
});
