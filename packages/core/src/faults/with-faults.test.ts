import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../api/connect.js';
import type { Connection } from '../api/connection.js';
import { defineDriver } from '../driver/contract.js';
import { type VirtualClock, virtualClock } from '../driver/virtual-clock.js';
import { testDriver } from '../drivers/test/index.js';
import { driverContract } from '../testing/driver-contract.js';
import { collectTrace } from '../trace/collect-trace.js';
import { formatTrace } from '../trace/format-trace.js';
import type { Fault } from './fault.js';
import { parseFault } from './fault-text.js';
import { InjectedFault } from './injected-fault.js';
import { withFaults } from './with-faults.js';

let clock: VirtualClock;

beforeEach(() => {
  clock = virtualClock();
});

/** Opens the test world with these faults, of one driver for each. */
function opener(...faults: readonly string[]): () => Promise<Connection> {
  const drivers = [withFaults(testDriver({ clock }), faults.map(parseFault), { clock })];
  return () => connect('test:///default', { drivers });
}

const open = (...faults: readonly string[]): Promise<Connection> => opener(...faults)();

const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (VirtError.isInstance(error) ? error.code : String(error)),
  );

describe('a driver whose faults don’t strike fulfils the driver contract', () => {
  const never = 1_000_000;
  const faults: Fault[] = [
    { procedure: '*', nth: never, drop: true },
    { event: '*', nth: never, lose: true },
    { afterMs: never, diskFull: true },
  ];
  const domainXml = (name: string, uuid: string): string =>
    `<domain type='test'><name>${name}</name><uuid>${uuid}</uuid><memory>1024</memory><os><type>hvm</type></os></domain>`;
  const drivers = [withFaults(testDriver(), faults)];
  for (const { name, run } of driverContract({ uri: 'test:///default', drivers, domainXml })) test(name, run);
});

test('the n-th call fails as ordered, the others don’t', async () => {
  const connection = await open('domainLookupByName:2:times=2:fail=NO_MEMORY');
  const outcomes: string[] = [];
  for (let call = 1; call <= 4; call++) outcomes.push(await outcome(connection.domainLookupByName('test')));
  expect(outcomes).toEqual(['done', 'NO_MEMORY', 'NO_MEMORY', 'done']);
  await connection.close();
});

test('an ordered error has libvirt’s words, and says what ordered it', async () => {
  const connection = await open(
    'connectGetType:fail=OPERATION_FAILED:message=out of luck',
    'connectGetHostname:fail=NO_MEMORY',
  );
  const error = await connection.getType().catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    message: 'operation failed: out of luck',
    cause: { fault: { procedure: 'connectGetType' } },
  });
  expect(error instanceof Error && InjectedFault.isInstance(error.cause)).toBe(true);
  await expect(connection.getHostname()).rejects.toThrow(/^out of memory$/);
  await connection.close();
});

test('calls are counted over all connections; a * is every call', async () => {
  const next = opener('*:3:fail=NO_MEMORY');
  const [one, other] = [await next(), await next()];
  expect(await outcome(one.getType())).toBe('done');
  expect(await outcome(other.getHostname())).toBe('done');
  expect(await outcome(one.getType())).toBe('NO_MEMORY');
  await one.close();
  await other.close();
});

test('a call that fails at its reply has done its work', async () => {
  const connection = await open('domainSuspend:at=reply:fail=OPERATION_TIMEOUT');
  const domain = await connection.domainLookupByName('test');
  await expect(domain.suspend()).rejects.toMatchObject({ code: 'OPERATION_TIMEOUT' });
  expect(await domain.getState()).toMatchObject({ state: 'paused' });
  await connection.close();
});

test('a delayed call comes when the clock has gone on, or is given up', async () => {
  const connection = await open('connectGetType:times=2:delayMs=5000');
  let isDone = false;
  const call = connection.getType().then(() => {
    isDone = true;
  });
  await clock.advance(4999);
  expect(isDone).toBe(false);
  await clock.advance(1);
  await call;
  const given = new AbortController();
  const second = connection.getType({ signal: given.signal });
  given.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  await connection.close();
});

test('a dropped connection is lost, with what is under way and its events; the next one is a new one', async () => {
  const next = opener('connectGetHostname:drop', 'connectGetType:delayMs=5000');
  const connection = await next();
  const events = await connection.lifecycleEvents();
  const underWay = connection.getType();
  const broken = { code: 'SYSTEM_ERROR', message: 'End of file while reading data: Input/output error' };
  await Promise.all([
    expect(underWay).rejects.toMatchObject(broken),
    expect(connection.getHostname()).rejects.toMatchObject(broken),
  ]);
  expect(await connection.lost).toMatchObject(broken);
  await expect(events.next()).rejects.toMatchObject(broken);
  await expect(connection.getType()).rejects.toMatchObject({ code: 'INVALID_CONN' });
  await connection.close();
  const again = await next();
  expect(await outcome(again.getHostname())).toBe('done');
  await again.close();
});

test('a console ends with the connection that is dropped', async () => {
  const connection = await open('connectGetType:drop');
  const devices = "<devices><console type='pty'/></devices>";
  const xml = `<domain type='test'><name>web</name><memory>1024</memory><os><type>hvm</type></os>${devices}</domain>`;
  const console = await (await connection.domainCreateXML(xml)).openConsole();
  const broken = once(console, 'error');
  await outcome(connection.getType());
  expect(await broken).toMatchObject([{ code: 'SYSTEM_ERROR' }]);
});

test('an opening fails on order', async () => {
  const next = opener('connectOpen:fail=AUTH_FAILED', 'connectOpen:2:drop');
  await expect(next()).rejects.toMatchObject({ code: 'AUTH_FAILED' });
  await expect(next()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  const connection = await next();
  await connection.close();
});

/** What a connection with these faults hears of a domain that is suspended, resumed and destroyed. */
async function heard(...faults: readonly string[]): Promise<string[]> {
  const connection = await open(...faults);
  const domain = await connection.domainLookupByName('test');
  const events = await connection.lifecycleEvents();
  await domain.suspend();
  await domain.resume();
  await domain.destroy();
  await clock.advance(1000);
  await events.close();
  const words: string[] = [];
  for await (const { event } of events) words.push(event);
  await connection.close();
  return words;
}

test('events are lost, repeated and late on order', async () => {
  expect(await heard()).toEqual(['suspended', 'resumed', 'stopped']);
  expect(await heard('event=lifecycle:2:lose')).toEqual(['suspended', 'stopped']);
  expect(await heard('event=domainEventCallbackLifecycle:3:repeat')).toEqual([
    'suspended',
    'resumed',
    'stopped',
    'stopped',
  ]);
  expect(await heard('event=*:delayMs=10')).toEqual(['resumed', 'stopped', 'suspended']);
  expect(await heard('event=reboot:lose')).toEqual(['suspended', 'resumed', 'stopped']);
});

test('a domain crashes after so many calls, or at a moment', async () => {
  const connection = await open('domainGetInfo:2:at=reply:crash=test', 'afterMs=5000:crash=test');
  const domain = await connection.domainLookupByName('test');
  await domain.getInfo();
  expect(await domain.isActive()).toBe(true);
  expect(await domain.getInfo()).toMatchObject({ state: 'running' });
  expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
  await domain.create();
  await clock.advance(4999);
  expect(await domain.isActive()).toBe(true);
  await clock.advance(1);
  expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'crashed' });
  await connection.close();
});

test('a moment drops its connection, once, and none that has ended', async () => {
  const next = opener('afterMs=5000:drop');
  const closed = await next();
  await closed.close();
  const connection = await next();
  await clock.advance(5000);
  expect(await outcome(connection.getType())).toBe('INVALID_CONN');
  const spared = await next();
  await clock.advance(5000);
  expect(await outcome(spared.getType())).toBe('done');
  await spared.close();
});

test('on a full disk writing fails, until there is room again', async () => {
  const connection = await open('domainManagedSave:diskFull', 'afterMs=60000:diskFull=false');
  const domain = await connection.domainLookupByName('test');
  const save = (): Promise<void> => connection.call('domainManagedSave', { domain, flags: 0 });
  const message = "cannot write the managed save image of domain 'test': No space left on device";
  await expect(save()).rejects.toMatchObject({ code: 'SYSTEM_ERROR', message });
  const { pool } = await connection.call('storagePoolLookupByName', { name: 'default-pool' });
  const xml = "<volume><name>web</name><capacity unit='GiB'>1</capacity></volume>";
  const create = connection.call('storageVolCreateXML', { pool, xml, flags: 0 });
  await expect(create).rejects.toThrow('cannot allocate the volume: No space left on device');
  expect(await domain.getState()).toMatchObject({ state: 'running' });
  await clock.advance(60_000);
  await save();
  expect(await domain.getState()).toMatchObject({ state: 'shutoff' });
  await connection.close();
});

/** A driver that takes uploads, and keeps what it was sent. */
function uploads(taken: string[], faults: readonly Fault[]) {
  const driver = defineDriver({
    name: 'UPLOADS',
    schemes: ['uploads'],
    open: async () => ({
      connectGetType: async () => ({ type: 'UPLOADS' }),
      storageVolUpload: async (_args, { serveStream }) => {
        const stream = new PassThrough({ readableHighWaterMark: 1 });
        const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
          taken.push(String(chunk));
          done();
        };
        stream.pipe(new Writable({ write }));
        serveStream(stream);
      },
    }),
  });
  return connect('uploads:///', { drivers: [withFaults(driver, faults)] });
}

const upload = { volume: { pool: 'default', name: 'disk', key: '/disk' }, offset: 0n, length: 0n, flags: 0 };

test('an upload goes on until the disk is full', async () => {
  const taken: string[] = [];
  const connection = await uploads(taken, [{ procedure: 'connectGetType', diskFull: true }]);
  const { stream } = await connection.openStream('storageVolUpload', upload);
  stream.write('first');
  while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await connection.getType();
  const failed = once(stream, 'error');
  stream.write('second');
  expect(await failed).toMatchObject([
    { code: 'SYSTEM_ERROR', message: 'cannot write to stream: No space left on device' },
  ]);
  expect(taken).toEqual(['first']);
  const { stream: next } = await connection.openStream('storageVolUpload', upload);
  await once(next.end(), 'finish');
  await connection.close();
});

test('every fault that strikes is a span of its call', async () => {
  const connection = await open(
    'domainSuspend:delayMs=0',
    'domainSuspend:at=reply:fail=NO_MEMORY',
    'event=lifecycle:lose',
    'domainResume:diskFull',
  );
  const domain = await connection.domainLookupByName('test');
  await connection.lifecycleEvents();
  const { spans } = await collectTrace(async () => {
    await Promise.all([outcome(domain.suspend()), clock.advance(0)]);
    await domain.resume();
    await outcome(connection.domainDefineXML('<domain/>'));
  });
  const lines = formatTrace(spans).split('\n');
  const words = lines
    .filter((line) => /fault|api/.test(line))
    .map((line) => line.replace(/^.*─ (.*?) +\(.*ms\)/, '$1'));
  expect(words).toEqual([
    'api      domainSuspend  ✗ out of memory',
    'fault    domainSuspend:delayMs=0',
    'fault    event=lifecycle:lose',
    'fault    domainSuspend:at=reply:fail=NO_MEMORY  ✗ out of memory',
    'api      domainResume',
    'fault    domainResume:diskFull',
    'api      domainDefineXMLFlags  ✗ cannot write the definition: No space left on device',
    'fault    domainResume:diskFull  ✗ cannot write the definition: No space left on device',
  ]);
  await connection.close();
});

test('a driver that can’t crash domains says so at once', async () => {
  await expect(uploads([], [{ afterMs: 5, crash: 'web' }])).rejects.toMatchObject({ code: 'CONFIG_UNSUPPORTED' });
});

test('the test driver takes faults from its settings and its URI', async () => {
  const drivers = [testDriver({ faults: [{ procedure: 'connectGetType', fail: 'NO_MEMORY' }] })];
  const uri = 'test:///default?fault=connectGetHostname:fail%3DNO_MEMORY&fault=connectGetVersion:fail=NO_MEMORY';
  const connection = await connect(uri, { drivers });
  expect(await outcome(connection.getType())).toBe('NO_MEMORY');
  expect(await outcome(connection.getHostname())).toBe('NO_MEMORY');
  expect(await outcome(connection.getVersion())).toBe('NO_MEMORY');
  expect(await outcome(connection.getVersion())).toBe('done');
  await connection.close();
  await expect(connect('test:///default?fault=nothing', { drivers })).rejects.toMatchObject({ code: 'INVALID_ARG' });
});
