import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { type JsonObject, QmpClient } from '../index.js';
import { type FakeHandler, FakeMonitor } from '../testing/index.js';

/** Answers after an event. */
function emitting(event: string, data: JsonObject): FakeHandler {
  return (_, monitor) => {
    monitor.emit(event, data);
    return {};
  };
}

async function connected() {
  const fake = new FakeMonitor({ commands: { go: emitting('STOP', { by: 'go' }) } });
  return { fake, client: await QmpClient.connect({ stream: fake.connect() }) };
}

test('an event that comes before its command has been answered is not missed', async () => {
  const { client } = await connected();
  const stop = client.waitForEvent('STOP');
  await client.executeUntyped('go');
  expect(await stop).toMatchObject({ event: 'STOP', data: { by: 'go' } });
});

test('an event that comes with the negotiation reaches onEvent', async () => {
  const early: string[] = [];
  const fake = new FakeMonitor({ commands: { qmp_capabilities: emitting('RESUME', {}) } });
  await using client = await QmpClient.connect(
    { stream: fake.connect() },
    { onEvent: ({ event }) => early.push(event) },
  );
  expect([client.state, early]).toEqual(['ready', ['RESUME']]);
});

test.each([
  [undefined, ['STOP', 'BLOCK_JOB_READY', 'BLOCK_IO_ERROR', 'X.Y']],
  ['STOP', ['STOP']],
  [
    ['STOP', 'X.Y'],
    ['STOP', 'X.Y'],
  ],
  ['BLOCK_*', ['BLOCK_JOB_READY', 'BLOCK_IO_ERROR']],
  ['X.*', ['X.Y']],
  [/^BLOCK.*R$/g, ['BLOCK_IO_ERROR']],
])('the filter %o takes %o', async (filter, names) => {
  const { fake, client } = await connected();
  const taken: string[] = [];
  client.on(filter, ({ event }) => taken.push(event));
  for (const name of ['STOP', 'BLOCK_JOB_READY', 'BLOCK_IO_ERROR', 'X.Y']) fake.emit(name);
  expect(taken).toEqual(names);
});

test('a reader that is slow loses the oldest events, but of lifecycle events always keeps the last', async () => {
  const { fake, client } = await connected();
  const events = client.events(undefined, { limit: 3 });
  fake.emit('STOP', { n: 1 });
  for (let n = 0; n < 10; n++) fake.emit('RTC_CHANGE', { n });
  for (let n = 0; n < 10; n++) fake.emit('RESET', { n });
  fake.hangUp();
  await client.closed;
  const read: string[] = [];
  for await (const { event, data } of events) read.push(`${event} ${data.n}`);
  expect(read).toEqual(['STOP 1', 'RTC_CHANGE 7', 'RTC_CHANGE 8', 'RTC_CHANGE 9', 'RESET 8', 'RESET 9']);
  expect(events.dropped).toBe(15);
});

test('a subscription can be closed under its reader, and waits end in time', async () => {
  const { client } = await connected();
  const events = client.events('STOP');
  const next = events.next();
  const taken = events.take();
  await expect(events.take({ timeoutMs: 5 })).rejects.toMatchObject({ code: 'EVENT_TIMEOUT' });
  events.close();
  expect(await next).toEqual({ done: true, value: undefined });
  await expect(taken).rejects.toMatchObject({ code: 'CLOSED' });
  await expect(client.waitForEvent('STOP', { timeoutMs: 5 })).rejects.toMatchObject({ code: 'EVENT_TIMEOUT' });
  await expect(client.waitForEvent('STOP', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
});

test('a condition that throws ends its own wait, and nothing else', async () => {
  const { fake, client } = await connected();
  const where = () => {
    throw new Error('mistake');
  };
  const wait = client.waitForEvent('STOP', { where });
  const other = client.waitForEvent('STOP');
  fake.emit('STOP');
  await expect(wait).rejects.toThrow('mistake');
  expect((await other).event).toBe('STOP');
  expect(client.state).toBe('ready');
});

test('each event is published to its diagnostics channel', async () => {
  const { fake, client } = await connected();
  const traces: unknown[] = [];
  const collect = (trace: unknown) => {
    traces.push(trace);
  };
  subscribe('virtkit:qmp:event', collect);
  fake.emit('STOP', { n: 1 });
  unsubscribe('virtkit:qmp:event', collect);
  expect(traces).toMatchObject([{ monitor: client.name, event: { event: 'STOP', data: { n: 1 } } }]);
});

test('a limit of none is refused', async () => {
  const { client } = await connected();
  expect(() => client.events('STOP', { limit: 0 })).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});

test('a wait that nobody awaits does no harm', async () => {
  const { client } = await connected();
  client.waitForEvent('STOP').catch(() => {});
  const events = client.events();
  await client.close();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(await client.events().next()).toEqual({ done: true, value: undefined });
});
