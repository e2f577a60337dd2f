import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { type Connection, connect } from '@virtkit/core';
import { type DriverStream, defineDriver } from '@virtkit/core/driver';
import { VirtError } from '@virtkit/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';

/** The stream that the driver serves next. */
let served: DriverStream;
/** What the client wrote to it. */
let written: Buffer[];
let directory: string;
let daemon: Daemon;
let connection: Connection;

const streams = defineDriver({
  name: 'STREAMS',
  schemes: ['streams'],
  open: async () => ({
    domainOpenConsole: async (_args, { serveStream }) => serveStream(served),
    domainScreenshot: async (_args, { serveStream }) => {
      serveStream(served);
      return { mime: 'image/x-portable-pixmap' };
    },
    storageVolUpload: async (_args, { serveStream }) => serveStream(served),
  }),
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-daemon-'));
  const socket = join(directory, 'socket');
  daemon = await startDaemon({ socket, drivers: [streams], uri: 'streams:///default' });
  connection = await connect(`streams+unix:///default?socket=${socket}`);
  written = [];
  served = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk);
      done();
    },
  });
});
afterEach(async () => {
  await connection.close();
  await daemon.close();
  await rm(directory, { recursive: true, force: true });
});

const domain = { name: 'web', uuid: '11111111-2222-4333-8444-555555555555', id: 1 };
const volume = { pool: 'default', name: 'disk', key: '/disk' };

async function openConsole(): Promise<DriverStream> {
  return (await connection.openStream('domainOpenConsole', { domain, flags: 0 })).stream;
}

async function openUpload(): Promise<DriverStream> {
  const { stream } = await connection.openStream('storageVolUpload', { volume, offset: 0n, length: 0n, flags: 0 });
  // One direction: the other has ended.
  served.push(null);
  served.resume();
  return stream;
}

async function openScreenshot(): Promise<DriverStream> {
  served.end();
  return (await connection.openStream('domainScreenshot', { domain, screen: 0, flags: 0 })).stream;
}

const text = (): string => Buffer.concat(written).toString();
const gone = async (): Promise<void> => void (served.destroyed || (await once(served, 'close')));

test('a screenshot arrives whole, and both ends are released', async () => {
  const stream = await openScreenshot();
  const picture = Buffer.alloc(1_000_000, 7);
  served.push(picture);
  served.push(null);
  expect(picture.equals(await buffer(stream))).toBe(true);
  await gone();
});

test('a client that has seen enough of a screenshot stops it', async () => {
  const stream = await openScreenshot();
  served.push('the beginning');
  expect(String(await once(stream, 'data'))).toBe('the beginning');
  stream.destroy();
  await gone();
});

test('an upload is confirmed once the driver has dealt with it', async () => {
  let dealWith: (() => void) | undefined;
  served._final = (done) => {
    dealWith = () => done();
  };
  const stream = await openUpload();
  stream.end(Buffer.alloc(600_000, 1));
  while (dealWith === undefined) await new Promise(setImmediate);
  expect(text()).toHaveLength(600_000);
  expect(stream.writableFinished).toBe(false);
  dealWith();
  await finished(stream);
  await gone();
});

test('a driver that fails tells the uploading client, even one that is silent', async () => {
  const stream = await openUpload();
  stream.write('a little');
  served.destroy(new VirtError('OPERATION_FAILED', 'no space left', { domain: 'STORAGE' }));
  const told = new Promise((_, reject) => stream.on('error', reject));
  const writing = setInterval(() => stream.write('more'), 10);
  await expect(told).rejects.toMatchObject({ code: 'OPERATION_FAILED', domain: 'STORAGE' });
  clearInterval(writing);
});

test('an upload that the client aborts is not taken for a whole one', async () => {
  const stream = await openUpload();
  stream.write('half');
  while (text() !== 'half') await new Promise(setImmediate);
  stream.destroy();
  await gone();
  expect(served.writableFinished).toBe(false);
});

test('a console is talked to both ways, and its last words arrive', async () => {
  const stream = await openConsole();
  served.push('login: ');
  expect(String(await once(stream, 'data'))).toBe('login: ');
  stream.write('root\n');
  stream.end('exit\n');
  await finished(stream, { readable: false });
  await gone();
  expect(text()).toBe('root\nexit\n');
});

test('a console whose guest ends has ended for the client', async () => {
  const stream = await openConsole();
  served.push('bye');
  served.push(null);
  expect(String(await buffer(stream))).toBe('bye');
  await finished(stream);
  await gone();
});

test('a console that fails says why', async () => {
  const stream = await openConsole();
  served.destroy(new VirtError('SYSTEM_ERROR', 'the terminal has gone', { domain: 'QEMU' }));
  await expect(buffer(stream)).rejects.toMatchObject({ code: 'SYSTEM_ERROR', domain: 'QEMU' });
});

test('a client that vanishes lets go of its console', async () => {
  const stream = await openConsole();
  stream.on('error', () => {});
  await connection.close();
  await gone();
  expect(daemon.clientCount).toBe(0);
});

test('a guest that says more than the client reads waits', async () => {
  const stream = await openConsole();
  let said = 0;
  served._read = () => {
    said += 65_536;
    served.push(Buffer.alloc(65_536));
  };
  served.read(0);
  let before = -1;
  while (said !== before) {
    before = said;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(said).toBeLessThan(64 * 1024 * 1024);
  stream.destroy();
  await gone();
});
