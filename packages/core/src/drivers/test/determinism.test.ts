import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { type ConnectOptions, connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import { virtualClock } from '../../driver/virtual-clock.js';
import { testDriver } from './index.js';

const connections: Connection[] = [];

async function open(uri: string, drivers: ConnectOptions['drivers'] = [testDriver()]): Promise<Connection> {
  const connection = await connect(uri, { drivers });
  connections.push(connection);
  return connection;
}

afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
});

const XML = `<domain type='test'>
  <name>web</name>
  <memory unit='KiB'>65536</memory>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'><source file='/web.img'/><target dev='vda'/></disk>
    <interface type='network'><source network='default'/></interface>
  </devices>
</domain>`;

/** What of a fresh world could be another in the next one. */
async function drawn(uri: string): Promise<Readonly<Record<string, unknown>>> {
  const connection = await open(uri);
  const domain = await connection.domainDefineXML(XML);
  await domain.create();
  const { network } = await connection.call('networkDefineXML', { xml: '<network><name>lab</name></network>' });
  const { snapshot } = await connection.call('domainSnapshotCreateXML', { domain, xml: '<domainsnapshot/>', flags: 0 });
  return {
    uuid: domain.uuid,
    mac: /<mac address='(.*)'/.exec(await domain.getXMLDesc())?.[1],
    info: await domain.getInfo(),
    block: await connection.call('domainBlockStats', { domain, path: 'vda' }),
    interface: await connection.call('domainInterfaceStats', { domain, device: 'testnet0' }),
    vcpus: (await connection.call('domainGetVcpus', { domain, maxInfo: 1, mapLength: 1 })).info,
    network: network.uuid,
    snapshot: snapshot.name,
  };
}

test('a seed and a clock that stands make the same world every time', async () => {
  const uri = 'test:///default?seed=7&clock=virtual';
  expect(await drawn(uri)).toEqual(await drawn(uri));
});

test('another seed makes other UUIDs, MAC addresses and statistics, at the same time', async () => {
  const one = await drawn('test:///default?seed=7&clock=virtual');
  const other = await drawn('test:///default?seed=8&clock=virtual');
  const same = Object.keys(one).filter((key) => isDeepStrictEqual(one[key], other[key]));
  expect(same).toEqual(['snapshot']);
});

test('time stands until the test advances it', async () => {
  const clock = virtualClock();
  const connection = await open('test:///default', [testDriver({ clock })]);
  const domain = await connection.domainLookupByName('test');
  const { cpuTimeNs } = await domain.getInfo();
  const { seconds } = await connection.call('domainGetTime', { domain, flags: 0 });
  await clock.advance(90_500);
  expect((await domain.getInfo()).cpuTimeNs - cpuTimeNs).toBe(90_000_000_000n);
  expect(await connection.call('domainGetTime', { domain, flags: 0 })).toEqual({
    seconds: seconds + 90n,
    nanoseconds: 500_000_000,
  });
});

test('the clock that a URI asks for is advanced by a call', async () => {
  const connection = await open('test:///default?clock=virtual');
  const { nowMs } = await connection.call('virtkitAdvanceClock', { durationMs: 0n });
  const moved = await connection.call('virtkitAdvanceClock', { durationMs: 60_000n });
  expect(moved.nowMs - nowMs).toBe(60_000n);
  const refused = connection.call('virtkitAdvanceClock', { durationMs: 2n ** 63n });
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_ARG' });
});

test('the machine’s clock is nobody’s to advance', async () => {
  const connection = await open('test:///default');
  expect(connection.supports('virtkitAdvanceClock')).toBe(false);
});

test('URIs that say the same of a world lead to one world, others to others', async () => {
  const drivers = [testDriver()];
  const one = await open('test:///default?seed=7', drivers);
  const same = await open('test:///default?seed=7', drivers);
  const other = await open('test:///default?seed=8', drivers);
  const fresh = await open('test:///default?seed=7&world=fresh', drivers);
  await one.domainDefineXML(XML);
  expect(await same.listAllDomains()).toHaveLength(2);
  for (const elsewhere of [other, fresh]) expect(await elsewhere.listAllDomains()).toHaveLength(1);
});

test('worlds that nobody is connected to are kept for a while, and not for ever', async () => {
  const drivers = [testDriver()];
  const domainsOf = async (world: number): Promise<number> => {
    const connection = await connect(`test:///default?world=${world}`, { drivers });
    try {
      return (await connection.listAllDomains()).length;
    } finally {
      await connection.close();
    }
  };
  for (const world of [0, 1, 2]) {
    const connection = await open(`test:///default?world=${world}`, drivers);
    await connection.domainDefineXML(XML);
    if (world > 0) await connection.close();
  }
  expect([await domainsOf(0), await domainsOf(1), await domainsOf(2)]).toEqual([2, 2, 2]);
  for (let world = 3; world < 103; world++) await domainsOf(world);
  expect([await domainsOf(0), await domainsOf(1), await domainsOf(2)]).toEqual([2, 1, 1]);
});

test.each([
  ['sed=7', "no option 'sed' of test:///default?sed=7; there are seed, clock, world, fault, faults"],
  ['clock=sun', "no clock 'sun'; there are real, virtual"],
])('%s is refused, naming what there is', async (query, words) => {
  await expect(open(`test:///default?${query}`)).rejects.toMatchObject({
    code: 'INVALID_ARG',
    message: expect.stringContaining(words),
  });
});

test('a domain crashes on order', async () => {
  const connection = await open('test:///default');
  const domain = await connection.domainLookupByName('test');
  const events = await connection.lifecycleEvents();
  await connection.call('virtkitCrashDomain', { domain });
  expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
  expect((await events.next()).value).toMatchObject({ event: 'stopped', detail: 'crashed' });
  await expect(connection.call('virtkitCrashDomain', { domain })).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
});
