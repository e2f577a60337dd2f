import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { HmpError } from '../hmp-error.js';
import { seededRandom, startProxy } from '../testing/fuzzing-proxy.js';
import { startQemu } from '../testing/start-qemu.js';
import { HmpClient } from './hmp-client.js';

const failure = async (promise: Promise<unknown>): Promise<HmpError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!HmpError.isInstance(error)) throw new Error(`no HmpError, but ${error}`);
  return error;
};

test('runs commands on a real monitor, pipelined, and gives their bare text', async () => {
  await using qemu = await startQemu(() => ['-name', 'web (qemu) ']);
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  expect(client.version).toMatch(/^\d+\.\d+\.\d+$/);
  const replies = await Promise.all(
    ['info name', '', 'info status', 'nosuch', 'info hé'].map((line) => client.humanMonitorCommand(line)),
  );
  expect(replies).toEqual([
    'web (qemu) \r\n',
    '',
    'VM status: paused (prelaunch)\r\n',
    "unknown command: 'nosuch'\r\n",
    "unknown command: 'info hé'\r\n",
  ]);
});

test('quit succeeds by the connection’s end', async () => {
  await using qemu = await startQemu();
  const client = await HmpClient.connect({ path: qemu.monitorPath });
  const quit = client.humanMonitorCommand('quit');
  const behind = failure(client.humanMonitorCommand('info name'));
  expect(await quit).toBe('');
  expect((await behind).code).toBe('DISCONNECTED');
  await client.closed;
  expect((await failure(client.humanMonitorCommand('info name'))).code).toBe('DISCONNECTED');
});

test('answers a password prompt, and never types anything else into it', async () => {
  await using qemu = await startQemu(() => ['-vnc', 'none,password=on']);
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  expect((await failure(client.humanMonitorCommand('change vnc password'))).code).toBe('PASSWORD_REQUIRED');
  const questions: unknown[] = [];
  const [changed, name] = await Promise.all([
    client.humanMonitorCommand('change vnc password', {
      onPassword: (question) => {
        questions.push(question);
        return 'pässword 1';
      },
    }),
    client.humanMonitorCommand('info status'),
  ]);
  expect(changed).toBe('');
  expect(name).toBe('VM status: paused (prelaunch)\r\n');
  expect(questions).toEqual([{ line: 'change vnc password', text: '' }]);
});

test('a monitor left at a password prompt is not mistaken for a free one', async () => {
  await using qemu = await startQemu(() => ['-vnc', 'none,password=on']);
  const first = await HmpClient.connect({ path: qemu.monitorPath });
  const asking = failure(
    first.humanMonitorCommand('change vnc password', { onPassword: () => Promise.reject(new Error('nobody knows')) }),
  );
  expect((await asking).code).toBe('PASSWORD_REQUIRED');
  expect((await failure(HmpClient.connect({ path: qemu.monitorPath }))).code).toBe('PASSWORD_REQUIRED');
  await using third = await HmpClient.connect({ path: qemu.monitorPath }, { onPassword: () => 'secret' });
  expect(await third.humanMonitorCommand('info status')).toBe('VM status: paused (prelaunch)\r\n');
});

test('a synchronous migration silences the monitor, and later commands wait for it', async () => {
  await using qemu = await startQemu((directory) => ['-name', directory]);
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  const [migrated, status] = await Promise.all([
    client.humanMonitorCommand(`migrate "exec:sleep 0.3; cat > ${qemu.directory}/state"`),
    client.humanMonitorCommand('info migrate'),
  ]);
  expect(migrated).toBe('');
  expect(status).toMatch(/Migration status: completed\r\n/);
});

test('a time limit gives one command up, and the next ones get their own replies', async () => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  const slow = failure(client.humanMonitorCommand('migrate "exec:sleep 0.3; cat > /dev/null"', { timeoutMs: 50 }));
  expect((await slow).code).toBe('COMMAND_TIMEOUT');
  expect(await client.humanMonitorCommand('info status')).toBe('VM status: paused (postmigrate)\r\n');
});

test('an abort gives a command up, sent or not', async () => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  const controller = new AbortController();
  const commands = Array.from({ length: 100 }, () =>
    failure(client.humanMonitorCommand('info mtree', { signal: controller.signal })),
  );
  controller.abort();
  for (const { code } of await Promise.all(commands)) expect(code).toBe('ABORTED');
  expect((await failure(client.humanMonitorCommand('info name', { signal: controller.signal }))).code).toBe('ABORTED');
  expect(await client.humanMonitorCommand('info status')).toBe('VM status: paused (prelaunch)\r\n');
});

test.each([
  ['a byte too many', 'x'.repeat(4096)],
  ['a newline', 'info name\ninfo status'],
  ['a tab', 'info\tname'],
  ['half a character', 'info \ud800'],
  ['a letter whose UTF-8 holds the byte 0x9b', 'info Û'],
])('refuses %s, which the monitor would mangle', async (_, line) => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  expect((await failure(client.humanMonitorCommand(line))).code).toBe('INVALID_ARGUMENT');
});

test('the longest line goes through', async () => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  const line = 'x'.repeat(4095);
  expect(await client.humanMonitorCommand(line)).toBe(`unknown command: '${line}'\r\n`);
});

test('a monitor that another client holds is busy, and free afterwards', async () => {
  await using qemu = await startQemu();
  const first = await HmpClient.connect({ path: qemu.monitorPath });
  const busy = await failure(HmpClient.connect({ path: qemu.monitorPath }, { timeoutMs: 200 }));
  expect(busy.code).toBe('MONITOR_BUSY');
  expect(busy.isRetryable).toBe(true);
  await first.close();
  await using second = await HmpClient.connect({ path: qemu.monitorPath });
  expect(await second.humanMonitorCommand('info name')).toBe('');
});

test('connecting fails with its own errors', async () => {
  await using qemu = await startQemu();
  const none = failure(HmpClient.connect({ path: `${qemu.directory}/none` }));
  expect((await none).code).toBe('CONNECT_FAILED');
  expect((await failure(HmpClient.connect({ host: '127.0.0.1', port: 99999 }))).code).toBe('CONNECT_FAILED');
  const qmp = await failure(HmpClient.connect({ path: qemu.qmpPath }, { timeoutMs: 200 }));
  expect(qmp.code).toBe('PROTOCOL_ERROR');
  expect(qmp.message).toMatch(/it is no human monitor$/);
  const aborted = HmpClient.connect({ path: qemu.qmpPath }, { signal: AbortSignal.timeout(20) });
  expect((await failure(aborted)).code).toBe('ABORTED');
});

test('a killed QEMU ends every command', async () => {
  await using qemu = await startQemu();
  const client = await HmpClient.connect({ path: qemu.monitorPath });
  const pending = ['migrate "exec:sleep 5"', 'info name', 'quit'].map((line) =>
    failure(client.humanMonitorCommand(line)),
  );
  await new Promise((resolve) => setImmediate(resolve));
  qemu.child.kill('SIGKILL');
  for (const { code } of await Promise.all(pending)) expect(code).toBe('DISCONNECTED');
  await client.closed;
});

test('speaks over TCP, a stream, and a process’s standard input and output', async () => {
  const child = spawn('qemu-system-x86_64', ['-M', 'none', '-display', 'none', '-monitor', 'stdio']);
  const client = await HmpClient.connect({ child });
  expect(await client.humanMonitorCommand('info status')).toBe('VM status: running\r\n');
  await Promise.all([client.humanMonitorCommand('quit'), once(child, 'exit')]);

  await using qemu = await startQemu();
  await using proxy = await startProxy(qemu.monitorPath, seededRandom(1));
  const overTcp = await HmpClient.connect({ host: '127.0.0.1', port: proxy.port });
  expect(await overTcp.humanMonitorCommand('info status')).toBe('VM status: paused (prelaunch)\r\n');
  await overTcp.close();
  const stream = connect(proxy.port, '127.0.0.1');
  const overStream = await HmpClient.connect({ stream });
  expect(await overStream.humanMonitorCommand('info status')).toBe('VM status: paused (prelaunch)\r\n');
  await overStream.close();
  expect((await failure(HmpClient.connect({ stream }))).code).toBe('CONNECT_FAILED');
});
