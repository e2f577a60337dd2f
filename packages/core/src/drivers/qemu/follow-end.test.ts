import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HmpClient } from '@virtkit/hmp';
import { infoStatus } from '@virtkit/hmp/commands';
import { QmpClient } from '@virtkit/qmp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../api/connection.js';
import { bootSectorXml } from './testing/boot-sector.js';
import { TemporaryRoot } from './testing/temporary-root.js';

const MONITORS = ['qmp', 'hmp'] as const;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  roots = {
    qmp: await TemporaryRoot.create(),
    hmp: await TemporaryRoot.create({ monitor: 'hmp', pollIntervalMs: 20 }),
  };
});
afterEach(() => Promise.all(MONITORS.map((monitor) => roots[monitor].clear())));
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

/** Starts a domain and returns what becomes of it, until `last`. */
async function lifeOf(connection: Connection, xml: string, last: string): Promise<string[]> {
  const events = await connection.lifecycleEvents();
  await connection.domainCreateXML(xml);
  const life: string[] = [];
  for await (const { event, detail } of events) {
    life.push(`${event} ${detail}`);
    if (life.at(-1) === last) break;
  }
  return life;
}

const BEGIN = ['resumed unpaused', 'started booted'];

test.each(MONITORS)('over %s: a guest that crashes is ended, unless its domain says otherwise', async (monitor) => {
  const { directory } = roots[monitor];
  const xml = await bootSectorXml(directory, 'web', 'crash');
  await roots[monitor].withConnection(async (connection) => {
    expect(await lifeOf(connection, xml, 'stopped crashed')).toEqual([...BEGIN, 'crashed panicked', 'stopped crashed']);
    expect(await connection.listAllDomains()).toEqual([]);
  });
  expect(await roots[monitor].runtimeFiles()).toEqual([]);
});

test.each(MONITORS)('over %s: a guest that crashed is kept, with its state', async (monitor) => {
  const xml = await bootSectorXml(roots[monitor].directory, 'web', 'crash', '<on_crash>preserve</on_crash>');
  await roots[monitor].withConnection((connection) => lifeOf(connection, xml, 'crashed panicked'));
  await roots[monitor].withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'crashed', reason: 'panicked' });
    await domain.suspend();
    expect(await domain.getState()).toEqual({ state: 'crashed', reason: 'panicked' });
    await domain.reset();
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'crashed' });
  });
});

test.each(MONITORS)('over %s: a guest that crashes leaves its memory and begins anew', async (monitor) => {
  const { directory } = roots[monitor];
  const xml = await bootSectorXml(directory, 'web', 'crash', '<on_crash>coredump-restart</on_crash>');
  await roots[monitor].withConnection(async (connection) => {
    const events = await connection.lifecycleEvents();
    const domain = await connection.domainCreateXML(xml);
    const seen: string[] = [];
    for await (const { event, detail } of events) {
      seen.push(`${event} ${detail}`);
      if (seen.filter((one) => one === 'crashed panicked').length === 2) break;
    }
    expect(seen).toEqual([...BEGIN, 'crashed panicked', 'resumed unpaused', 'crashed panicked']);
    await domain.destroy();
  });
  const [dump = ''] = await readdir(join(directory, 'lib/dump'));
  expect(dump).toMatch(/^web-\d{4}-\d\d-\d\d-\d\d:\d\d:\d\d$/);
  expect((await readFile(join(directory, 'lib/dump', dump))).subarray(1, 4).toString()).toBe('ELF');
});

test.each(MONITORS)('over %s: a guest that powers itself off begins anew, if told so', async (monitor) => {
  const xml = await bootSectorXml(roots[monitor].directory, 'web', 'power off', '<on_poweroff>restart</on_poweroff>');
  await roots[monitor].withConnection(async (connection) => {
    const events = await connection.lifecycleEvents();
    const reboots = await connection.domainEvents('reboot');
    const domain = await connection.domainCreateXML(xml);
    await reboots.next();
    await reboots.next();
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
    await domain.destroy();
    const seen: string[] = [];
    for await (const { event, detail } of events) {
      seen.push(`${event} ${detail}`);
      if (event === 'stopped') break;
    }
    expect(seen).toEqual([...BEGIN, 'shutdown host', 'stopped destroyed']);
  });
});

test.each(MONITORS)('over %s: a guest that may not reboot shuts down instead', async (monitor) => {
  const { directory } = roots[monitor];
  const noReboot = '<on_reboot>destroy</on_reboot>';
  await roots[monitor].withConnection(async (connection) => {
    const reboots = await bootSectorXml(directory, 'web', 'reboot', noReboot);
    const life = await lifeOf(connection, reboots, 'stopped shutdown');
    expect(life).toEqual([...BEGIN, 'shutdown guest', 'stopped shutdown']);
    const idle = await lifeOf(connection, await bootSectorXml(directory, 'web', 'nothing', noReboot), 'started booted');
    expect(idle).toEqual(BEGIN);
    const ends = await connection.lifecycleEvents();
    await (await connection.domainLookupByName('web')).reset();
    expect((await ends.next()).value).toMatchObject({ event: 'shutdown' });
    expect((await ends.next()).value).toMatchObject({ event: 'stopped', detail: 'shutdown' });
  });
});

const REASONS = { crash: 'crashed', 'power off': 'shutdown' } as const;
const RUN_STATES = { crash: 'guest-panicked', 'power off': 'shutdown' } as const;

/** What the only emulator below a root says of itself, to somebody who isn't the driver. */
async function runState({ directory }: TemporaryRoot, monitor: (typeof MONITORS)[number]): Promise<string> {
  const [name = ''] = await readdir(join(directory, 'lib/qemu'));
  const path = join(directory, 'lib/qemu', name, 'monitor.sock');
  if (monitor === 'hmp') {
    await using client = await HmpClient.connect({ path });
    return (await client.execute(infoStatus())).status;
  }
  await using client = await QmpClient.connect({ path });
  return (await client.execute('query-status')).status;
}

test.each(MONITORS)('over %s: an end that nobody looked at is followed by the next who opens', async (monitor) => {
  const root = roots[monitor];
  for (const does of ['crash', 'power off'] as const) {
    const pid = await root.withConnection(async (connection) => {
      const domain = await connection.domainDefineXML(await bootSectorXml(root.directory, 'web', does));
      await domain.create();
      const emulator = await root.emulatorPid('web');
      process.kill(emulator, 'SIGSTOP');
      return emulator;
    });
    process.kill(pid, 'SIGCONT');
    await expect.poll(() => runState(root, monitor)).toBe(RUN_STATES[does]);
    await root.withConnection(async (connection) => {
      const domain = await connection.domainLookupByName('web');
      expect(await domain.getState()).toEqual({ state: 'shutoff', reason: REASONS[does] });
    });
  }
});
