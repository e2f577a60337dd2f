import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QmpClient } from '../index.js';
import { startQemu, type TestQemu } from '../testing/index.js';

let qemu: TestQemu;
beforeAll(async () => {
  qemu = await startQemu();
  writeFileSync(join(qemu.directory, 'disk'), Buffer.alloc(1 << 20));
});
afterAll(() => qemu.stop());

test('a descriptor is passed to a real QEMU, and closed here', async () => {
  await using client = await QmpClient.connect({ path: qemu.path, descriptors: true });
  const descriptor = openSync(join(qemu.directory, 'disk'), 'r+');
  const before = client.execute('query-status');
  const added = await client.executeWithDescriptor('add-fd', { opaque: 'disk' }, descriptor);
  expect(() => fstatSync(descriptor)).toThrow('EBADF');
  expect((await before).status).toBe('prelaunch');
  const file = { driver: 'file', 'node-name': 'disk', filename: `/dev/fdset/${added['fdset-id']}` } as const;
  expect(await client.execute('blockdev-add', file)).toEqual({});
  const nodes = await client.execute('query-named-block-nodes');
  expect(nodes.map(({ image }) => image['virtual-size'])).toEqual([1 << 20]);
});

test('a descriptor that cannot be sent is told, and closed, too', async () => {
  await using client = await QmpClient.connect({ path: qemu.path, descriptors: true });
  const refused = openSync('/dev/null', 'r');
  const attempt = client.executeWithDescriptor('getfd', { fdname: '1' }, refused);
  await expect(attempt).rejects.toMatchObject({ errorClass: 'GenericError' });
  expect(() => fstatSync(refused)).toThrow('EBADF');
  const none = client.executeWithDescriptor('getfd', { fdname: 'x' }, 4095);
  await expect(none).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
});

test('a plain connection passes none', async () => {
  await using client = await QmpClient.connect({ path: qemu.path });
  const descriptor = openSync('/dev/null', 'r');
  const attempt = client.executeWithDescriptor('getfd', { fdname: 'x' }, descriptor);
  await expect(attempt).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  closeSync(descriptor);
});

test('a socket that is not there is told', async () => {
  const attempt = QmpClient.connect({ path: '/nonexistent/monitor', descriptors: true });
  await expect(attempt).rejects.toMatchObject({ code: 'CONNECT_FAILED' });
});
