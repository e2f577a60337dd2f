import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { QmpClient, QmpCommandError } from '../index.js';
import { FakeMonitor } from './index.js';

test('answers as it is told, over a socket', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'qmp-'));
  const fake = new FakeMonitor({
    greeting: { version: { qemu: { major: 9, minor: 1, micro: 0 }, package: 'x' }, capabilities: [] },
    commands: {
      'query-status': () => ({ status: 'running', running: true }),
      device_del: ({ id }) => {
        throw new QmpCommandError('device_del', 'DeviceNotFound', `Device '${id}' not found`);
      },
    },
  });
  const server = await fake.listen(join(directory, 'monitor'));
  const client = await QmpClient.connect({ path: join(directory, 'monitor') });
  expect(client.version).toMatchObject({ major: 9, minor: 1 });
  expect(await client.execute('query-status')).toMatchObject({ running: true });
  await expect(client.execute('device_del', { id: 'x' })).rejects.toMatchObject({ errorClass: 'DeviceNotFound' });
  await expect(client.executeUntyped('y')).rejects.toMatchObject({ errorClass: 'CommandNotFound' });
  expect(fake.requests.map(({ execute }) => execute)).toEqual(['qmp_capabilities', 'query-status', 'device_del', 'y']);
  await server.close();
  expect(await client.closed).toMatchObject({ code: 'DISCONNECTED' });
  await rm(directory, { recursive: true });
});

test('answers what is no request with an error that has no id', async () => {
  const stream = new FakeMonitor({ greeting: null }).connect();
  stream.write('nonsense\n');
  const [reply] = await stream.take(1).toArray();
  expect(String(reply)).toBe('{"error":{"class":"GenericError","desc":"JSON parse error: nonsense"}}\r\n');
});
