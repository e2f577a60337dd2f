import { afterEach, describe, expect, test } from 'vitest';
import { type ConnectOptions, type MonitorState, openMonitor, QmpClient } from '../index.js';
import { FakeMonitor, NO_REPLY, startQemu } from '../testing/index.js';

const clients: QmpClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

async function connected(fake: FakeMonitor, options: ConnectOptions = {}): Promise<QmpClient> {
  const client = await QmpClient.connect({ stream: fake.connect() }, options);
  clients.push(client);
  return client;
}

/** A server that answers only when told, and the ids it has seen. */
function stalledMonitor() {
  const fake = new FakeMonitor({ otherwise: () => NO_REPLY });
  const ids = () => fake.requests.slice(1).map(({ id }) => Number(id));
  const answer = (id: number) => fake.send(`{"return": ${id}, "id": ${id}}\n`);
  return { fake, ids, answer };
}

describe('many commands at a time', () => {
  test('are answered in any order', async () => {
    const { fake, answer } = stalledMonitor();
    const client = await connected(fake);
    const replies = ['a', 'b', 'c'].map((name) => client.executeUntyped(name));
    for (const id of [4, 2, 3]) answer(id);
    expect(await Promise.all(replies)).toEqual([2, 3, 4]);
  });

  test('wait in the client while the window is full', async () => {
    const { fake, ids, answer } = stalledMonitor();
    const client = await connected(fake, { window: 2 });
    const replies = ['a', 'b', 'c', 'd'].map((name) => client.executeUntyped(name));
    await turn();
    expect(ids()).toEqual([2, 3]);
    answer(3);
    await turn();
    expect(ids()).toEqual([2, 3, 4]);
    for (const id of [2, 4]) answer(id);
    await turn();
    answer(5);
    expect(await Promise.all(replies)).toEqual([2, 3, 4, 5]);
  });

  test('with out-of-band commands at most eight in band are with the server', async () => {
    const { fake, ids, answer } = stalledMonitor();
    const client = await connected(fake, { outOfBand: true });
    const replies = Array.from({ length: 10 }, () => client.executeUntyped('slow'));
    const urgent = client.execute('query-yank', undefined, { outOfBand: true });
    await turn();
    expect(ids()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 12]);
    expect(fake.requests.at(-1)).toEqual({ 'exec-oob': 'query-yank', id: 12 });
    answer(12);
    expect(await urgent).toBe(12);
    for (let id = 2; id <= 11; id++) {
      answer(id);
      await turn();
    }
    expect((await Promise.all(replies)).length).toBe(10);
  });

  test('out of band is refused where it was not negotiated', async () => {
    const client = await connected(new FakeMonitor());
    const command = client.execute('query-yank', undefined, { outOfBand: true });
    await expect(command).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  });

  test('a real QEMU answers out of band before what is in band', async () => {
    await using qemu = await startQemu();
    await using client = await QmpClient.connect({ path: qemu.path }, { outOfBand: true });
    expect(client.isOutOfBandReady).toBe(true);
    let answered = 0;
    const slow = Array.from({ length: 12 }, () => client.executeUntyped('query-qmp-schema').finally(() => answered++));
    await client.execute('query-yank', undefined, { outOfBand: true });
    expect(answered).toBeLessThan(5);
    await Promise.all(slow);
  });
});

describe('giving up', () => {
  test('by signal ends the wait; the late reply is dropped and the connection lives', async () => {
    const { fake, answer } = stalledMonitor();
    const client = await connected(fake, { window: 1 });
    const controller = new AbortController();
    const sent = client.executeUntyped('a', undefined, { signal: controller.signal });
    const unsent = client.executeUntyped('b', undefined, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(sent).rejects.toMatchObject({ code: 'ABORTED', cause: { message: 'enough' } });
    await expect(unsent).rejects.toMatchObject({ code: 'ABORTED' });
    const next = client.executeUntyped('c');
    await turn();
    expect(fake.requests.map(({ execute }) => execute)).toEqual(['qmp_capabilities', 'a']);
    answer(2);
    await turn();
    expect(fake.requests.map(({ execute }) => execute)).toEqual(['qmp_capabilities', 'a', 'c']);
    answer(4);
    expect(await next).toBe(4);
  });

  test('by one signal for many commands and waits is no leak', async () => {
    const warnings: Error[] = [];
    const collect = (warning: Error) => warnings.push(warning);
    process.on('warning', collect);
    const client = await connected(new FakeMonitor({ otherwise: () => NO_REPLY }), { window: 4 });
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const commands = Array.from({ length: 20 }, () => client.executeUntyped('a', undefined, options));
    const waits = Array.from({ length: 20 }, () => client.waitForEvent('STOP', options));
    const outcomes = Promise.allSettled([...commands, ...waits]);
    controller.abort();
    const codes = (await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason.code);
    expect(new Set(codes)).toEqual(new Set(['ABORTED']));
    await turn();
    process.off('warning', collect);
    expect(warnings).toEqual([]);
  });

  test('by time tells a slow command from a silent server', async () => {
    const { fake, answer } = stalledMonitor();
    const client = await connected(fake, { commandTimeoutMs: 150 });
    await expect(client.executeUntyped('a')).rejects.toMatchObject({ code: 'UNRESPONSIVE' });
    const slow = client.executeUntyped('b');
    await turn();
    answer(2);
    await expect(slow).rejects.toMatchObject({ code: 'COMMAND_TIMEOUT' });
  });

  test('a limit that is none is refused', async () => {
    const client = await connected(new FakeMonitor());
    const command = client.execute('query-status', undefined, { timeoutMs: -1 });
    await expect(command).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe('replies without ids', () => {
  test('belong to the one command under way', async () => {
    const fake = new FakeMonitor({ echoesIds: false, commands: { a: () => 'A', b: () => 'B' } });
    const client = await connected(fake, { window: 1 });
    expect(await Promise.all([client.executeUntyped('a'), client.executeUntyped('b')])).toEqual(['A', 'B']);
  });

  test('cannot be assigned among several, and end the connection', async () => {
    const { fake } = stalledMonitor();
    const client = await connected(fake);
    const replies = [client.executeUntyped('a'), client.executeUntyped('b')];
    fake.send('{"return": {}}\n');
    await expect(replies[0]).rejects.toMatchObject({ code: 'PROTOCOL_ERROR' });
    await expect(replies[1]).rejects.toMatchObject({ code: 'PROTOCOL_ERROR' });
  });

  test('to ids that nobody knows are dropped', async () => {
    const fake = new FakeMonitor({ commands: { a: () => 'A' } });
    const client = await connected(fake);
    fake.send('{"return": {}, "id": 99}\n{"return": {}, "id": "x"}\n');
    expect(await client.executeUntyped('a')).toBe('A');
  });
});

describe('the states', () => {
  test('go from connecting to closed', async () => {
    const states: MonitorState[] = [];
    const monitor = await openMonitor(
      { stream: new FakeMonitor().connect() },
      { onState: (state) => states.push(state) },
    );
    expect(monitor.greeting.version.major).toBe(7);
    const client = await monitor.negotiate();
    await client.close();
    expect(states).toEqual(['connecting', 'negotiating', 'ready', 'closed']);
  });

  test('become unresponsive in silence, and ready again by a word', async () => {
    const { fake } = stalledMonitor();
    const states: MonitorState[] = [];
    const change: (() => void)[] = [];
    const onState = (state: MonitorState) => {
      states.push(state);
      change.shift()?.();
    };
    const client = await connected(fake, { unresponsiveAfterMs: 10, onState });
    const silence = new Promise<void>((resolve) => change.push(resolve));
    client.executeUntyped('a').catch(() => {});
    await silence;
    expect(client.state).toBe('unresponsive');
    fake.emit('STOP');
    expect(states.slice(2)).toEqual(['ready', 'unresponsive', 'ready']);
  });
});

describe('a connection that cannot be made', () => {
  test.each<[string, FakeMonitor, ConnectOptions, object]>([
    ['no greeting', new FakeMonitor({ greeting: null }), { greetingTimeoutMs: 10 }, { code: 'MONITOR_BUSY' }],
    [
      'no answer to the negotiation',
      new FakeMonitor({ commands: { qmp_capabilities: () => NO_REPLY } }),
      { negotiationTimeoutMs: 10 },
      { code: 'NEGOTIATION_TIMEOUT' },
    ],
    [
      'negotiation refused',
      new FakeMonitor({ commands: { qmp_capabilities: () => Promise.reject(new Error('no')) } }),
      {},
      { code: 'NEGOTIATION_FAILED', cause: { code: 'COMMAND_FAILED' } },
    ],
    ['aborted before', new FakeMonitor(), { signal: AbortSignal.abort() }, { code: 'ABORTED' }],
    ['a window of none', new FakeMonitor(), { window: 0 }, { code: 'INVALID_ARGUMENT' }],
  ])('for %s', async (_, fake, options, error) => {
    const stream = fake.connect();
    await expect(QmpClient.connect({ stream }, options)).rejects.toMatchObject(error);
    expect(stream.destroyed || options.window === 0).toBe(true);
  });

  test('to nowhere', async () => {
    await expect(QmpClient.connect({ path: '/nonexistent/monitor' })).rejects.toMatchObject({
      code: 'CONNECT_FAILED',
      cause: { code: 'ENOENT' },
    });
    await expect(QmpClient.connect({ host: '127.0.0.1', port: 1 })).rejects.toMatchObject({ code: 'CONNECT_FAILED' });
  });
});

/** Lets everything that is due in this turn of the event loop happen. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
