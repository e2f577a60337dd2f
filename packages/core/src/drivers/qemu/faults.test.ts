import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import type { Fault } from '../../faults/fault.js';
import { withFaults } from '../../faults/with-faults.js';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml } from './testing/temporary-root.js';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

async function meeting(faults: readonly Fault[], action: (connection: Connection) => Promise<void>): Promise<void> {
  const connection = await connect(root.uri, { drivers: [withFaults(qemuDriver(), faults)] });
  try {
    await action(connection);
  } finally {
    await connection.close();
  }
}

test('a real emulator crashes on order', () =>
  meeting([{ procedure: 'domainGetInfo', at: 'reply', crash: 'web' }], async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await domain.create();
    const events = await connection.lifecycleEvents();
    expect(await domain.getInfo()).toMatchObject({ state: 'running' });
    expect((await events.next()).value).toMatchObject({ event: 'stopped', detail: 'crashed' });
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
    expect(await root.runtimeFiles()).toEqual([]);
  }));

test('a real domain goes on when there is no room to save it', () =>
  meeting([{ procedure: 'domainSave', diskFull: true }], async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    const to = join(root.directory, 'web.save');
    await expect(connection.call('domainSave', { domain, to })).rejects.toThrow(
      `cannot write '${to}': No space left on device`,
    );
    expect(existsSync(to)).toBe(false);
    expect(await domain.getState()).toMatchObject({ state: 'running' });
  }));

test('a start whose reply is lost with the connection has started the domain', async () => {
  await meeting([{ procedure: 'domainCreate', at: 'reply', drop: true }], async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await expect(domain.create()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  });
  await meeting([], async (connection) => {
    expect(await (await connection.domainLookupByName('web')).getState()).toMatchObject({ state: 'running' });
  });
});
