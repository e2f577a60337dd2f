import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { driverContract } from '../../testing/driver-contract.js';
import { collectTrace } from '../../trace/collect-trace.js';
import { formatTrace } from '../../trace/format-trace.js';
import type { Span } from '../../trace/span.js';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml } from './testing/temporary-root.js';

function channelsOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ channel, children }) => [channel, ...channelsOf(children)]);
}

const MONITORS = ['qmp', 'hmp'] as const;
const SETTINGS = { qmp: { monitor: 'qmp' }, hmp: { monitor: 'hmp', pollIntervalMs: 20 } } as const;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  roots = { qmp: await TemporaryRoot.create(SETTINGS.qmp), hmp: await TemporaryRoot.create(SETTINGS.hmp) };
});
afterEach(() => Promise.all(MONITORS.map((monitor) => roots[monitor].clear())));
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

test.each(MONITORS)(
  'over %s: fulfils the driver contract',
  async (monitor) => {
    const root = roots[monitor];
    const options = { uri: root.uri, drivers: [qemuDriver(SETTINGS[monitor])], domainXml: tinyDomainXml };
    for (const { run } of driverContract(options)) await run();
  },
  120_000,
);

test.each(MONITORS)(
  'over %s: a start is traced from the API down to the lines of the monitor, as one tree',
  async (monitor) => {
    const root = roots[monitor];
    await root.withConnection(async (connection) => {
      const domain = await connection.domainDefineXML(tinyDomainXml('web'));
      const { spans } = await collectTrace(() => domain.create());
      expect(spans).toHaveLength(1);
      expect(formatTrace(spans)).toContain(` ${monitor}      cont `);
      expect(new Set(channelsOf(spans))).toEqual(
        new Set([
          'virtkit:core:api',
          'virtkit:core:driver',
          'virtkit:core:step',
          'virtkit:core:monitor',
          `virtkit:${monitor}:command`,
        ]),
      );
    });
  },
);

test.each(MONITORS)('over %s: a running domain shows its terminals, and its console ends with it', async (monitor) => {
  const root = roots[monitor];
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    const xml = await domain.getXMLDesc();
    expect(xml).toMatch(/<console type='pty' tty='\/dev\/pts\/\d+'>\n {6}<source path='\/dev\/pts\/\d+'\/>/);
    const console = await domain.openConsole();
    console.write('typed');
    const ended = new Promise((resolve) => console.once('end', resolve));
    console.resume();
    await domain.destroy();
    await ended;
  });
});

test.each(MONITORS)('over %s: a domain outlives its connection, and the next one takes it up', async (monitor) => {
  const root = roots[monitor];
  await root.withConnection((connection) => connection.domainCreateXML(tinyDomainXml('web')));
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
    await domain.suspend();
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'user' });
  });
});

test.each(MONITORS)(
  'over %s: a domain that died while nobody looked is found shut off, as crashed',
  async (monitor) => {
    const root = roots[monitor];
    const pid = await root.withConnection(async (connection) => {
      const domain = await connection.domainDefineXML(tinyDomainXml('web'));
      await domain.create();
      return root.emulatorPid('web');
    });
    process.kill(pid, 'SIGKILL');
    await root.withConnection(async (connection) => {
      const domain = await connection.domainLookupByName('web');
      // The kernel takes its time to end a process.
      await expect.poll(() => domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
      expect(await root.runtimeFiles()).toEqual([]);
    });
  },
);

test.each(MONITORS)('over %s: a domain that crashes tells so', async (monitor) => {
  const root = roots[monitor];
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await domain.create();
    const events = await connection.lifecycleEvents({ domain });
    process.kill(await root.emulatorPid('web'), 'SIGKILL');
    const { value } = await events.next();
    expect(value).toMatchObject({ event: 'stopped', detail: 'crashed' });
    await events.close();
  });
});
