import { execFile, spawn } from 'node:child_process';
import { tracingChannel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectTrace, connect, type DriverCall, formatTrace, remoteDriver, testDriver } from '@virtkit/core';
import { type Fault, withFaults } from '@virtkit/core/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';
import { type TemporaryDirectory, temporaryDirectory } from './testing/temporary-directory.js';

let directory: TemporaryDirectory;
let daemon: Daemon;

beforeAll(async () => {
  directory = await temporaryDirectory();
});
beforeEach(async () => {
  const socket = join(directory.path, 'socket');
  daemon = await startDaemon({ socket, drivers: [testDriver()], uri: 'test:///default' });
});
afterEach(() => daemon.close());
afterAll(() => directory[Symbol.asyncDispose]());

/** The world's URI by way of the daemon, with these options. */
function uri(...options: readonly string[]): string {
  return `test+unix:///default?${[`socket=${join(directory.path, 'socket')}`, ...options].join('&')}`;
}

interface Outcome {
  readonly status: number;
  /** What it printed, to either side. */
  readonly words: string;
}

/** Runs the real virsh on the world with these options; several commands are separated by `;`. */
function virshWith(options: readonly string[], command: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      'virsh',
      ['-c', uri(...options), ...command],
      { env: { ...process.env, LC_ALL: 'C' } },
      (error, out, err) => {
        resolve({ status: Number(error?.code ?? 0), words: (out + err).trim() });
      },
    );
  });
}

/** Runs it with these faults. */
function virsh(faults: readonly string[], ...command: readonly string[]): Promise<Outcome> {
  return virshWith(
    faults.map((fault) => `fault=${encodeURIComponent(fault)}`),
    command,
  );
}

test('virsh hears of a call that fails, and the next one is done', async () => {
  const faults = ['domainSuspend:fail=OPERATION_FAILED:message=out of luck'];
  expect(await virsh(faults, 'suspend', 'test')).toEqual({
    status: 1,
    words: "error: Failed to suspend domain 'test'\nerror: operation failed: out of luck",
  });
  expect(await virsh(faults, 'suspend', 'test')).toEqual({ status: 0, words: "Domain 'test' suspended" });
});

test('virsh waits for a delayed call', async () => {
  expect(await virsh(['domainGetState:delayMs=20'], 'domstate', 'test')).toEqual({ status: 0, words: 'running' });
});

test('virsh loses its connection', async () => {
  const { status, words } = await virsh(['domainSuspend:drop'], 'suspend', 'test');
  expect(status).toBe(1);
  expect(words).toContain('error: End of file while reading data: Input/output error');
  expect(await virsh([], 'domstate', 'test')).toMatchObject({ words: 'running' });
});

test('virsh loses its connection although its work was done', async () => {
  expect(await virsh(['domainSuspend:at=reply:drop'], 'suspend', 'test')).toMatchObject({ status: 1 });
  expect(await virsh([], 'domstate', 'test')).toMatchObject({ words: 'paused' });
});

test('virsh can’t connect', async () => {
  expect(await virsh(['connectOpen:fail=AUTH_FAILED:message=who are you'], 'list')).toEqual({
    status: 1,
    words: 'error: failed to connect to the hypervisor\nerror: authentication failed: who are you',
  });
});

/** Resolves once the driver has answered such a call, of whatever client. */
function untilServed(procedure: string): Promise<void> {
  const calls = tracingChannel<unknown, DriverCall>('virtkit:core:driver');
  return new Promise((resolve) => {
    const listener = {
      start: () => {},
      end: () => {},
      asyncStart: () => {},
      error: () => {},
      asyncEnd: (call: DriverCall) => {
        if (call.procedure !== procedure) return;
        calls.unsubscribe(listener);
        resolve();
      },
    };
    calls.subscribe(listener);
  });
}

/** What virsh with these faults tells of a domain that is suspended and resumed. */
async function suspendedAndResumed(fault: string): Promise<string[]> {
  const listening = untilServed('connectDomainEventCallbackRegisterAny');
  const listener = spawn('virsh', ['-c', uri(`fault=${fault}`), 'event', 'test', 'lifecycle', '--loop']);
  const ended = once(listener, 'close');
  await listening;
  await virsh([], 'suspend test; resume test');
  let words = '';
  for await (const chunk of listener.stdout) {
    words += chunk;
    if (words.includes('Resumed')) listener.kill('SIGINT');
  }
  await ended;
  return words.match(/Suspended|Resumed/g) ?? [];
}

test('virsh misses an event, and sees another twice', async () => {
  expect(await suspendedAndResumed('event=lifecycle:lose')).toEqual(['Resumed']);
  expect(await suspendedAndResumed('event=lifecycle:repeat')).toEqual(['Suspended', 'Suspended', 'Resumed']);
});

test('virsh finds the disk full, and has saved nothing', async () => {
  const file = join(directory.path, 'test.save');
  const { status, words } = await virsh(['afterMs=0:diskFull'], 'save', 'test', file);
  expect(status).toBe(1);
  expect(words).toBe(
    `error: Failed to save domain 'test' to ${file}\nerror: cannot write '${file}': No space left on device`,
  );
  expect(existsSync(file)).toBe(false);
});

test('virsh uploads a volume, unless the disk is full', async () => {
  const [file, back] = [join(directory.path, 'disk.img'), join(directory.path, 'back.img')];
  await writeFile(file, Buffer.alloc(3_000_000, 'disk'));
  await virsh([], 'vol-create-as default-pool web 3000000B');
  const upload = `vol-upload web ${file} --pool default-pool`;
  const { status, words } = await virsh(['afterMs=0:diskFull'], upload);
  expect(status).toBe(1);
  expect(words).toContain('error: cannot write to stream: No space left on device');
  expect(await virsh([], upload)).toEqual({ status: 0, words: '' });
  expect(await virsh([], `vol-download web ${back} --pool default-pool`)).toEqual({ status: 0, words: '' });
  expect((await readFile(back)).equals(await readFile(file))).toBe(true);
});

test('virsh sees a domain crash', async () => {
  const { words } = await virsh(['domainGetState:2:crash=test'], 'domstate test --reason; domstate test --reason');
  expect(words).toBe('running (unknown)\n\nshut off (crashed)');
});

test('virsh hears what is wrong with a fault', async () => {
  expect(await virsh(['domainSuspend:explode'], 'list')).toMatchObject({
    status: 1,
    words: expect.stringContaining(
      "error: invalid argument: fault 'domainSuspend:explode': no field 'explode'; there are procedure, event, afterMs",
    ),
  });
});

test('a script holds faults for virsh, too', async () => {
  const script = join(directory.path, 'faults.json');
  await writeFile(script, JSON.stringify([{ procedure: 'domainSuspend', fail: 'NO_MEMORY' }]));
  const { words } = await virshWith([`faults=${script}`], ['suspend', 'test']);
  expect(words).toBe("error: Failed to suspend domain 'test'\nerror: out of memory");
});

test('a client of virtkit loses its connection as in process', async () => {
  const connection = await connect(uri('fault=connectGetType:drop'));
  const events = await connection.lifecycleEvents();
  const broken = { code: 'SYSTEM_ERROR', message: 'End of file while reading data: Input/output error' };
  await expect(connection.getType()).rejects.toMatchObject(broken);
  expect(await connection.lost).toMatchObject(broken);
  await expect(events.next()).rejects.toMatchObject(broken);
  await expect(connection.getType()).rejects.toMatchObject({ code: 'INVALID_CONN' });
  await connection.close();
});

test('a client may have faults of its own, whoever it talks to', async () => {
  const faults: Fault[] = [
    { procedure: 'domainSuspend', at: 'reply', drop: true },
    { event: 'lifecycle', repeat: true },
  ];
  const drivers = [withFaults(remoteDriver(), faults)];
  const connection = await connect(uri(), { drivers });
  const events = await connection.lifecycleEvents();
  const domain = await connection.domainLookupByName('test');
  await expect(domain.suspend()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  expect([(await events.next()).value, (await events.next()).value]).toMatchObject([
    { event: 'suspended' },
    { event: 'suspended' },
  ]);
  await expect(events.next()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  await connection.close();
  const again = await connect(uri(), { drivers });
  expect(await (await again.domainLookupByName('test')).getState()).toMatchObject({ state: 'paused' });
  await again.close();
});

test('a fault in the daemon is a span of the client’s call', async () => {
  const connection = await connect(uri('fault=domainSuspend:fail=NO_MEMORY'));
  const domain = await connection.domainLookupByName('test');
  const { spans } = await collectTrace(() => domain.suspend().catch(() => {}));
  await connection.close();
  expect(formatTrace(spans)).toMatch(
    /driver {3}TEST.domainSuspend .*\n.*─ fault {4}domainSuspend:fail=NO_MEMORY .*✗ out of memory/,
  );
});

test('a clock in the daemon goes on as its client tells it, and wakes a call of another', async () => {
  const world = ['clock=virtual', 'seed=7'];
  const delayed = await connect(uri(...world, 'fault=connectGetType:delayMs=5000'));
  const steering = await connect(uri(...world));
  const call = delayed.getType();
  const { nowMs } = await steering.call('virtkitAdvanceClock', { durationMs: 4999n });
  expect(await Promise.race([call, steering.getHostname().then(() => 'waits')])).toBe('waits');
  expect(await steering.call('virtkitAdvanceClock', { durationMs: 1n })).toEqual({ nowMs: nowMs + 1n });
  expect(await call).toBe('TEST');
  await delayed.close();
  await steering.close();
});
