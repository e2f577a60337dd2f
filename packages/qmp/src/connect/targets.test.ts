import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { QmpClient } from '../index.js';
import { FakeMonitor, NO_REPLY, startQemu, streamPair } from '../testing/index.js';

const QEMU = ['-machine', 'none', '-display', 'none', '-nodefaults', '-S'];

test('a child’s stdin and stdout', async () => {
  const child = spawn('qemu-system-x86_64', [...QEMU, '-qmp', 'stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = await QmpClient.connect({ child });
  expect(client.name).toBe(`process ${child.pid}`);
  expect(await client.execute('query-status')).toMatchObject({ status: 'prelaunch' });
  const ended = once(child, 'exit');
  await client.execute('quit');
  await ended;
  expect(await client.closed).toMatchObject({ code: 'DISCONNECTED' });
});

test('a child without pipes is refused', async () => {
  const child = spawn('true', { stdio: 'ignore' });
  await expect(QmpClient.connect({ child })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
});

test('a TCP address', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  await using _qemu = await startQemu({
    args: [...QEMU.slice(0, 2), '-qmp', `tcp:127.0.0.1:${port},server=on,wait=off`],
  });
  await using client = await QmpClient.connect({ host: '127.0.0.1', port });
  expect(client.name).toBe(`127.0.0.1:${port}`);
  expect(await client.execute('query-status')).toMatchObject({ status: 'prelaunch' });
});

test('a stream that has ended already', async () => {
  const [ours] = streamPair();
  ours.destroy();
  await expect(QmpClient.connect({ stream: ours })).rejects.toMatchObject({ code: 'DISCONNECTED' });
});

test('a socket whose other side goes away while commands wait', async () => {
  const fake = new FakeMonitor({
    otherwise: (_, monitor) => {
      monitor.hangUp();
      return NO_REPLY;
    },
  });
  await using client = await QmpClient.connect({ stream: fake.connect() });
  const replies = await Promise.allSettled(['a', 'b', 'c'].map((name) => client.executeUntyped(name)));
  expect(replies.map((reply) => reply.status === 'rejected' && reply.reason.code)).toEqual(
    Array(3).fill('DISCONNECTED'),
  );
});
