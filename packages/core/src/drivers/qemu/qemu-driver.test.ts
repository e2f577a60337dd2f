import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { driverContract } from '../../testing/driver-contract.js';
import { collectTrace, type Span } from '../../trace/collect-trace.js';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml } from './testing/temporary-root.js';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

test('fulfils the driver contract', async () => {
  const options = { uri: root.uri, drivers: [qemuDriver()], domainXml: tinyDomainXml };
  for (const { run } of driverContract(options)) await run();
}, 120_000);

function channelsOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ channel, children }) => [channel, ...channelsOf(children)]);
}

test('a start is traced from the API down to the lines of the monitor, as one tree', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    const { spans } = await collectTrace(() => domain.create());
    expect(spans).toHaveLength(1);
    expect(new Set(channelsOf(spans))).toEqual(
      new Set([
        'virtkit:core:api',
        'virtkit:core:driver',
        'virtkit:core:step',
        'virtkit:core:monitor',
        'virtkit:qmp:command',
      ]),
    );
  });
});

test('a running domain shows its terminals, and its console ends with it', async () => {
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

test('a domain outlives its connection, and the next one takes it up', async () => {
  await root.withConnection((connection) => connection.domainCreateXML(tinyDomainXml('web')));
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
    await domain.suspend();
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'user' });
  });
});

test('a domain that died while nobody looked is found shut off, as crashed', async () => {
  const pid = await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await domain.create();
    return root.emulatorPid('web');
  });
  process.kill(pid, 'SIGKILL');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainLookupByName('web');
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
    expect(await root.runtimeFiles()).toEqual([]);
  });
});

test('a domain that crashes tells so', async () => {
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
