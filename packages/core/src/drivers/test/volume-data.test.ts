import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import type { Connection } from '../../api/connection.js';
import { testDriver } from './index.js';

const GiB = 2 ** 30;

let connection: Connection;
let pool: { name: string; uuid: string };

beforeEach(async () => {
  connection = await connect('test:///default', { drivers: [testDriver()] });
  ({ pool } = await connection.call('storagePoolLookupByName', { name: 'default-pool' }));
});
afterEach(() => connection.close());

const xmlOf = (name: string, bytes: number): string =>
  `<volume><name>${name}</name><capacity>${bytes}</capacity><allocation>0</allocation></volume>`;

async function create(name: string, bytes: number) {
  const { volume } = await connection.call('storageVolCreateXML', { pool, xml: xmlOf(name, bytes), flags: 0 });
  return volume;
}

type Volume = Awaited<ReturnType<typeof create>>;

async function upload(volume: Volume, bytes: Buffer, offset = 0, length = 0): Promise<void> {
  const region = { offset: BigInt(offset), length: BigInt(length), flags: 0 };
  const { stream } = await connection.openStream('storageVolUpload', { volume, ...region });
  const dealtWith = finished(stream, { readable: false });
  stream.end(bytes);
  await dealtWith;
}

async function download(volume: Volume, offset = 0, length = 0): Promise<Buffer> {
  const region = { offset: BigInt(offset), length: BigInt(length), flags: 0 };
  return buffer((await connection.openStream('storageVolDownload', { volume, ...region })).stream);
}

test('a volume gives back what was written, and zeros where nothing was', async () => {
  const volume = await create('web', 300_000);
  expect((await download(volume)).equals(Buffer.alloc(300_000))).toBe(true);
  const bytes = Buffer.from(Array.from({ length: 150_000 }, (_, index) => index % 251));
  await upload(volume, bytes, 100_000);
  const expected = Buffer.concat([Buffer.alloc(100_000), bytes, Buffer.alloc(50_000)]);
  expect((await download(volume)).equals(expected)).toBe(true);
  expect((await download(volume, 65_000, 70_000)).equals(expected.subarray(65_000, 135_000))).toBe(true);
});

test('a region of a volume that is far larger than memory is read alone', async () => {
  const volume = await create('large', 90 * GiB);
  await upload(volume, Buffer.from('end'), 90 * GiB - 3);
  expect(String(await download(volume, 90 * GiB - 3))).toBe('end');
});

test.each([
  [10, 0],
  [100, 10],
])('an upload beyond the capacity of %i, or the length of %i, finds no room', async (capacity, length) => {
  const volume = await create('small', capacity);
  const message = 'cannot write to stream: No space left on device';
  await expect(upload(volume, Buffer.from('hello, world'), 0, length)).rejects.toMatchObject({ message });
  expect(String(await download(volume, 0, 10))).toBe('hello, wor');
});

test('a copy of a volume has its bytes, and changes alone', async () => {
  const volume = await create('web', 100);
  await upload(volume, Buffer.from('first'));
  const args = { pool, xml: xmlOf('copy', 100), sourceVolume: volume, flags: 0 };
  const { volume: copy } = await connection.call('storageVolCreateXMLFrom', args);
  await upload(volume, Buffer.from('other'));
  expect(String(await download(copy, 0, 5))).toBe('first');
  expect(String(await download(volume, 0, 5))).toBe('other');
});

test('a reader that has seen enough ends the download', async () => {
  const volume = await create('large', 90 * GiB);
  const region = { offset: 0n, length: 0n, flags: 0 };
  const { stream } = await connection.openStream('storageVolDownload', { volume, ...region });
  await once(stream, 'data');
  stream.destroy();
  await once(stream, 'close');
});
