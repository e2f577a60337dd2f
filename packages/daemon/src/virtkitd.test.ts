import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, connect, remoteDriver } from '@virtkit/core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { echoGuest } from './testing/echo-guest.js';
import { type RunningVirtkitd, Virtkitd } from './testing/virtkitd.js';

const UUID = '11111111-2222-4333-8444-555555555555';

let virtkitd: Virtkitd;
let root: string;

beforeAll(async () => {
  virtkitd = await Virtkitd.build();
  root = join(virtkitd.directory, 'root');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await virtkitd.stopAll();
});
afterAll(() => virtkitd[Symbol.asyncDispose]());

async function withConnection<T>(daemon: RunningVirtkitd, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(daemon.uri('qemu:///session'));
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

/** A domain that runs, without a client. */
async function startDomain(daemon: RunningVirtkitd): Promise<void> {
  const xml = await echoGuest('web', UUID, virtkitd.directory);
  await withConnection(daemon, (connection) => connection.domainCreateXML(xml));
}

async function destroyAll(daemon: RunningVirtkitd): Promise<void> {
  await withConnection(daemon, async (connection) => {
    for (const domain of await connection.listAllDomains({ active: true })) await domain.destroy();
  });
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
  const daemon = await virtkitd.start(['--root', root]);
  await withConnection(daemon, async () => {
    await daemon.stop(signal);
  });
  expect(await daemon.ended).toEqual({ status: 0, words: '' });
  expect(existsSync(daemon.socket)).toBe(false);
});

test('a wrong command line is explained', async () => {
  const { status, words } = await virtkitd.run(['--timeout', 'soon']).ended;
  expect(status).toBe(2);
  expect(words).toContain("virtkitd: --timeout 'soon' is no number of seconds\n\nusage: virtkitd");
});

test('a living daemon’s socket is left alone, a dead one’s replaced', async () => {
  const first = await virtkitd.start(['--root', root]);
  const second = await virtkitd.run(['--root', root]).ended;
  expect(second).toMatchObject({
    status: 1,
    words: expect.stringMatching(/cannot listen on .*: another process does/),
  });
  await first.stop('SIGKILL');
  expect(existsSync(first.socket)).toBe(true);
  const third = await virtkitd.start(['--root', root]);
  expect(await withConnection(third, (connection) => connection.getType())).toBe('QEMU');
});

test('of two that start at once one serves', async () => {
  const killed = await virtkitd.start(['--root', root]);
  await killed.stop('SIGKILL');
  const daemons = [virtkitd.run(['--root', root]), virtkitd.run(['--root', root])];
  const { status } = await Promise.race(daemons.map(({ ended }) => ended));
  expect(status).toBe(1);
  const [daemon] = daemons;
  if (daemon !== undefined) expect(await withConnection(daemon, (connection) => connection.getType())).toBe('QEMU');
});

test('ends when it has been idle, and not while a client is there', async () => {
  const daemon = await virtkitd.start(['--root', root, '--timeout', '0.2']);
  const open = await connect(daemon.uri('qemu:///session'));
  await sleep(700);
  expect(await open.getType()).toBe('QEMU');
  await open.close();
  expect(await daemon.ended).toEqual({ status: 0, words: '' });
});

test('doesn’t end while a domain runs; takes up what ran before anybody asks', async () => {
  const killed = await virtkitd.start(['--root', root]);
  await startDomain(killed);
  await killed.stop('SIGKILL');
  const daemon = await virtkitd.start(['--root', root, '--timeout', '0.2']);
  await sleep(700);
  await withConnection(daemon, async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
    await domain.suspend();
  });
  await destroyAll(daemon);
  expect(await daemon.ended).toEqual({ status: 0, words: '' });
});

test('a client that is one too many hears so', async () => {
  const config = join(virtkitd.directory, 'limits.json');
  await writeFile(config, JSON.stringify({ limits: { maxClients: 1 } }));
  const daemon = await virtkitd.start(['--root', root, '--config', config]);
  await withConnection(daemon, async () => {
    const refused = connect(daemon.uri('qemu:///session'));
    await expect(refused).rejects.toMatchObject({
      code: 'OPERATION_FAILED',
      message: expect.stringMatching(/too many clients/),
    });
  });
});

test('serves the driver that its configuration names', async () => {
  const config = join(virtkitd.directory, 'drivers.json');
  const driver = `export default {
    api: 1, name: 'KETTLE', schemes: ['kettle'],
    open: async () => ({ connectGetType: async () => ({ type: 'KETTLE' }) }),
  }`;
  await writeFile(join(virtkitd.directory, 'kettle.mjs'), driver);
  await writeFile(config, JSON.stringify({ drivers: ['./kettle.mjs'] }));
  const daemon = await virtkitd.start(['--root', root, '--config', config]);
  const connection = await connect(daemon.uri('kettle:///kitchen'));
  expect(await connection.getType()).toBe('KETTLE');
  await connection.close();
});

test.each([
  ['{', /config.json: .*JSON/],
  ['{"driver": []}', /config.json: no setting 'driver'; there are drivers, limits/],
  ['{"drivers": ["./socket.mjs"]}', /config.json: the default export of '.\/socket.mjs' is no driver/],
  ['{"drivers": ["no-such-driver"]}', /config.json: Cannot find package 'no-such-driver'/],
  ['{"limits": {"maxCats": 9}}', /config.json: no limit 'maxCats'; there are maxClients, /],
])('the configuration %s is explained', async (text, words) => {
  const config = join(virtkitd.directory, 'config.json');
  await writeFile(config, text);
  await writeFile(join(virtkitd.directory, 'socket.mjs'), 'export default {}');
  expect(await virtkitd.run(['--config', config]).ended).toMatchObject({
    status: 1,
    words: expect.stringMatching(words),
  });
});

test('qemu:///session starts a daemon where none runs; two at once share it', async () => {
  const pids = join(virtkitd.directory, 'pids');
  vi.stubEnv('XDG_RUNTIME_DIR', join(virtkitd.directory, 'run'));
  vi.stubEnv('XDG_DATA_HOME', join(virtkitd.directory, 'data'));
  const script = `echo $$ >> ${pids}; exec ${process.execPath} ${virtkitd.program} "$@"`;
  const drivers = [remoteDriver({ daemonCommand: ['sh', '-c', script, 'virtkitd'] })];
  const connections = await Promise.all([1, 2].map(() => connect('qemu:///session', { drivers })));
  const [first, second] = connections;
  await first?.domainDefineXML(await echoGuest('web', UUID, virtkitd.directory));
  expect((await second?.domainLookupByName('web'))?.uuid).toBe(UUID);
  for (const connection of connections) await connection.close();
  for (const pid of (await readFile(pids, 'utf8')).trim().split('\n')) {
    try {
      process.kill(Number(pid));
    } catch {
      // The one that came second has ended.
    }
  }
});

test('qemu:///session says why no daemon could be started', async () => {
  vi.stubEnv('XDG_RUNTIME_DIR', join(virtkitd.directory, 'run2'));
  vi.stubEnv('VIRTKITD', '/nonexistent/virtkitd');
  const refused = connect('qemu:///session');
  await expect(refused).rejects.toMatchObject({ code: 'NO_CONNECT', message: expect.stringContaining('VIRTKITD') });
});
