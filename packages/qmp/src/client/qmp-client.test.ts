import { tracingChannel } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandTrace, QmpClient, QmpCommandError, type RawEvent } from '../index.js';
import { startQemu, type TestQemu } from '../testing/index.js';

let qemu: TestQemu;
let client: QmpClient;

beforeAll(async () => {
  qemu = await startQemu({
    args: ['-machine', 'pc', '-m', '32', '-device', 'piix3-usb-uhci', '-device', 'usb-tablet,id=tab'],
  });
  client = await QmpClient.connect({ path: qemu.path });
});

afterAll(async () => {
  await client.close();
  await qemu.stop();
});

describe('with a real QEMU', () => {
  test('knows the version and is ready', () => {
    expect(client.version).toMatchObject({ major: expect.any(Number), minor: expect.any(Number) });
    expect(client).toMatchObject({ state: 'ready', name: qemu.path, closeReason: undefined, isOutOfBandReady: false });
  });

  test('runs commands, typed, one by one and many at a time', async () => {
    expect(await client.execute('query-status')).toMatchObject({ status: 'prelaunch', running: false });
    const replies = await Promise.all(Array.from({ length: 200 }, () => client.execute('query-status')));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set(['prelaunch']));
  });

  test.each([
    ['nonsense', undefined, 'CommandNotFound', 'The command nonsense has not been found'],
    ['query-status', { x: 1 }, 'GenericError', "Parameter 'x' is unexpected"],
    ['device_del', { id: 'nosuch' }, 'DeviceNotFound', "Device 'nosuch' not found"],
  ])('%s %o fails with the class %s', async (name, args, errorClass, description) => {
    const error = await client.executeUntyped(name, args).catch((thrown) => thrown);
    expect(QmpCommandError.isInstance(error, errorClass)).toBe(true);
    expect(error).toMatchObject({ code: 'COMMAND_FAILED', command: name, description });
  });

  test('sends and receives 64-bit integers exactly', async () => {
    await client.executeUntyped('object-add', { 'qom-type': 'iothread', id: 'io' });
    const property = { path: '/objects/io', property: 'poll-max-ns' };
    await client.executeUntyped('qom-set', { ...property, value: 9007199254740993n });
    expect(await client.executeUntyped('qom-get', property)).toBe(9007199254740993n);
  });

  test('sends any text, NUL and non-ASCII included', async () => {
    const error = await client.executeUntyped('device_del', { id: 'naïve 😀 "\\\u0007' }).catch((thrown) => thrown);
    expect(error.description).toBe("Device 'naïve 😀 \"\\\u0007' not found");
  });
});

describe('events of a real QEMU', () => {
  test('waits for an event without a race', async () => {
    const deleted = client.waitForEvent('DEVICE_DELETED', { where: ({ data }) => data.device === 'tab' });
    await client.execute('device_del', { id: 'tab' });
    expect((await deleted).data).toEqual({ device: 'tab', path: '/machine/peripheral/tab' });
  });

  test('hands events to iterators and listeners', async () => {
    const heard: RawEvent[] = [];
    const stopListening = client.on('RES*', (event) => heard.push(event));
    using events = client.events(['RESUME', 'STOP']);
    await client.execute('cont');
    await client.execute('stop');
    await client.execute('system_reset');
    const names: string[] = [];
    for await (const { event } of events) {
      names.push(event);
      if (names.length === 2) break;
    }
    stopListening();
    await client.execute('system_reset');
    expect(names).toEqual(['RESUME', 'STOP']);
    expect(heard.map(({ event }) => event)).toEqual(['RESUME', 'RESET']);
    expect(heard[0]?.timestamp.seconds).toBeGreaterThan(1e9);
  });
});

describe('around the commands', () => {
  test('runs lines of the human monitor', async () => {
    expect(await client.humanMonitorCommand('info status')).toContain('VM status: paused');
    expect(await client.humanMonitorCommand('nonsense')).toContain("unknown command: 'nonsense'");
  });

  test('publishes each command to its tracing channel', async () => {
    const traces: unknown[] = [];
    const collect = (trace: unknown) => {
      traces.push(trace);
    };
    const channel = tracingChannel<'virtkit:qmp:command', CommandTrace>('virtkit:qmp:command');
    channel.asyncEnd.subscribe(collect);
    await client.execute('query-status');
    await client.executeUntyped('nonsense', { a: 1 }).catch(() => {});
    channel.asyncEnd.unsubscribe(collect);
    expect(traces).toMatchObject([
      { monitor: qemu.path, command: 'query-status', arguments: undefined, result: { running: false } },
      { monitor: qemu.path, command: 'nonsense', arguments: { a: 1 }, error: { errorClass: 'CommandNotFound' } },
    ]);
  });
});

describe('at the end', () => {
  test('a second client finds the monitor busy, and gets it when the first leaves', async () => {
    await using other = await startQemu();
    const first = await QmpClient.connect({ path: other.path });
    await expect(QmpClient.connect({ path: other.path }, { greetingTimeoutMs: 100 })).rejects.toMatchObject({
      code: 'MONITOR_BUSY',
      isRetryable: true,
    });
    await first.close();
    expect(first).toMatchObject({ state: 'closed', closeReason: { code: 'CLOSED' } });
    await using second = await QmpClient.connect({ path: other.path });
    expect(second.state).toBe('ready');
  });

  test('a QEMU that dies ends commands, waits and iterations, each in its own way', async () => {
    const other = await startQemu();
    const doomed = await QmpClient.connect({ path: other.path });
    const events = doomed.events();
    const wait = doomed.waitForEvent('STOP');
    other.process.kill('SIGSTOP');
    const command = doomed.execute('query-status').catch((error) => error);
    await other.stop();
    expect(await command).toMatchObject({ code: 'DISCONNECTED' });
    await expect(wait).rejects.toMatchObject({ code: 'DISCONNECTED' });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(await doomed.closed).toBe(doomed.closeReason);
    await expect(doomed.execute('query-status')).rejects.toMatchObject({ code: 'DISCONNECTED' });
  });

  test('a QEMU that stands still is unresponsive, and ready again when it goes on', async () => {
    await using other = await startQemu();
    const states: string[] = [];
    const changed: (() => void)[] = [];
    const onState = (state: string) => {
      states.push(state);
      changed.shift()?.();
    };
    await using still = await QmpClient.connect({ path: other.path }, { unresponsiveAfterMs: 20, onState });
    const nextState = () => new Promise<void>((resolve) => changed.push(resolve));
    other.process.kill('SIGSTOP');
    const late = still.execute('query-status', undefined, { timeoutMs: 60 }).catch((error) => error);
    await nextState();
    expect(await late).toMatchObject({ code: 'UNRESPONSIVE', isRetryable: true });
    other.process.kill('SIGCONT');
    await nextState();
    expect(states).toEqual(['connecting', 'negotiating', 'ready', 'unresponsive', 'ready']);
    expect(await still.execute('query-status')).toMatchObject({ status: 'prelaunch' });
  });

  test('quit is answered, after its event, and the server disconnects', async () => {
    await using other = await startQemu();
    const quitter = await QmpClient.connect({ path: other.path });
    const events = quitter.events();
    await quitter.execute('quit');
    expect(await events.take()).toMatchObject({ event: 'SHUTDOWN', data: { guest: false, reason: 'host-qmp-quit' } });
    expect(await quitter.closed).toMatchObject({ code: 'DISCONNECTED' });
  });
});
