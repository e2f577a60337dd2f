import { channel } from 'node:diagnostics_channel';
import { VirtError } from '@virtkit/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callHeader } from '../lookup.js';
import { decodeBody, encodeMessage, encodeRawMessage } from '../message/message.js';
import { remoteError } from '../message/remote-error.js';
import { keepaliveProgram } from '../programs.js';
import { procedures } from '../table.js';
import { RpcClient, type RpcClientOptions } from './rpc-client.js';
import { RpcServer } from './rpc-server.js';
import type { StreamPiece } from './rpc-stream.js';
import type { RpcServerLimits } from './server-limits.js';
import { rawPeer } from './testing/raw-peer.js';
import { type TemporarySocket, temporarySocket } from './testing/temporary-socket.js';
import { type Handlers, tinyDriver, web } from './testing/tiny-driver.js';

let socket: TemporarySocket;
let server: RpcServer | undefined;
beforeEach(async () => {
  socket = await temporarySocket();
});
afterEach(async () => {
  await server?.close();
  await socket[Symbol.asyncDispose]();
});

async function serve(limits: Partial<RpcServerLimits> = {}, handlers: Handlers = {}): Promise<void> {
  server = new RpcServer({ serve: tinyDriver(handlers), limits });
  await server.listen({ path: socket.path });
}

async function open(options: RpcClientOptions = {}): Promise<RpcClient> {
  const client = await RpcClient.connect({ path: socket.path }, options);
  await client.call('connectOpen', { flags: 0 });
  return client;
}

const volume = { pool: 'default', name: 'disk', key: '/disk' };

test('confirms an upload only when the driver has dealt with it', async () => {
  const received: Uint8Array[] = [];
  await serve(
    {},
    {
      storageVolUpload: (_, { serveStream }) =>
        serveStream(async (stream) => {
          for await (const chunk of stream) received.push(chunk);
        }),
    },
  );
  await using client = await open();
  const { stream } = await client.openStream('storageVolUpload', { volume, offset: 0n, length: 0n, flags: 0 });
  await stream.write(new Uint8Array(600_000).fill(1));
  await stream.finish();
  expect(received.map(({ length }) => length)).toEqual([262_120, 262_120, 75_760]);
});

test('tells the uploading client why the driver gave up', async () => {
  const full = new VirtError('OPERATION_FAILED', 'no space left', { domain: 'STORAGE' });
  await serve({}, { storageVolUpload: (_, { serveStream }) => serveStream(() => Promise.reject(full)) });
  await using client = await open();
  const { stream } = await client.openStream('storageVolUpload', { volume, offset: 0n, length: 0n, flags: 0 });
  await expect(stream.finish()).rejects.toMatchObject({ code: 'OPERATION_FAILED', detail: 'no space left' });
  expect(await client.call('connectGetType', {})).toEqual({ type: 'TINY' });
});

test('carries a console both ways, and holes of sparse volumes', async () => {
  await serve(
    {},
    {
      domainOpenConsole: (_, { serveStream }) =>
        serveStream(async (stream) => {
          for await (const chunk of stream) await stream.write(chunk.map((byte) => byte + 1));
        }),
      storageVolDownload: (_, { serveStream }) =>
        serveStream(async (stream) => {
          await stream.write(new Uint8Array([1]));
          await stream.writeHole(1_000_000n);
          await stream.write(new Uint8Array([2]));
        }),
    },
  );
  await using client = await open();
  const { stream: console } = await client.openStream('domainOpenConsole', { domain: web, flags: 0 });
  await console.write(new Uint8Array([1, 2]));
  for await (const echo of console) {
    expect([...echo]).toEqual([2, 3]);
    break;
  }
  const download = { volume, offset: 0n, length: 0n, flags: 0 };
  const sparse = await client.openStream('storageVolDownload', download);
  const pieces: StreamPiece[] = [];
  for await (const piece of sparse.stream.pieces()) pieces.push(piece);
  await sparse.stream.finish();
  expect(pieces).toEqual([new Uint8Array([1]), { length: 1_000_000n, flags: 0 }, new Uint8Array([2])]);
  const filled = await client.openStream('storageVolDownload', download);
  let bytes = 0;
  for await (const chunk of filled.stream) bytes += chunk.length;
  await filled.stream.finish();
  expect(bytes).toBe(1_000_002);
});

test('confirms that a client has aborted a stream, as libvirt’s clients wait for it', async () => {
  await serve(
    {},
    {
      domainOpenConsole: (_, { serveStream }) =>
        serveStream(async (stream) => {
          for await (const chunk of stream) await stream.write(chunk);
        }),
    },
  );
  const peer = await rawPeer(socket.path);
  const { arguments: args } = procedures.domainOpenConsole;
  peer.send(encodeMessage(callHeader('domainOpenConsole', 'call', 3), args.wire, { domain: web, flags: 0 }));
  expect(await peer.next()).toMatchObject({ type: 'reply', status: 'ok' });
  peer.send(encodeRawMessage({ ...callHeader('domainOpenConsole', 'stream', 3), status: 'error' }));
  expect(await peer.next()).toMatchObject({ type: 'stream', status: 'ok', serial: 3 });
  peer.socket.destroy();
});

test('makes a fast writer wait for a slow reader', async () => {
  let written = 0;
  let isAborted = false;
  await serve(
    {},
    {
      storageVolDownload: (_, { serveStream }) =>
        serveStream(async (stream) => {
          try {
            for (; written < 64_000_000; written += 100_000) await stream.write(new Uint8Array(100_000));
          } catch {
            isAborted = true;
          }
        }),
    },
  );
  await using client = await open();
  const { stream } = await client.openStream('storageVolDownload', { volume, offset: 0n, length: 0n, flags: 0 });
  let before = -1;
  while (before !== written) {
    before = written;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(written).toBeLessThan(16_000_000);
  let read = 0;
  for await (const chunk of stream) {
    read += chunk.length;
    if (read > 32_000_000) break;
  }
  while (!isAborted) await new Promise((resolve) => setTimeout(resolve, 5));
});

test('answers what breaks the protocol with an error, and stays', async () => {
  await serve();
  const peer = await rawPeer(socket.path);
  const header = callHeader('domainGetInfo', 'call', 5);
  const wrong = [
    encodeRawMessage({ ...header, program: 1 }),
    encodeRawMessage({ ...header, version: 9 }),
    encodeRawMessage({ ...header, procedure: 9999 }),
    encodeRawMessage({ ...header, status: 'error' }),
    encodeRawMessage(header, new Uint8Array([0, 0, 0, 99])),
    encodeRawMessage(header, new Uint8Array(99)),
  ];
  for (const frame of wrong) {
    peer.send(frame);
    const reply = await peer.next();
    expect(reply).toMatchObject({ type: 'reply', status: 'error', serial: 5 });
    expect(decodeBody(remoteError, reply?.payload ?? new Uint8Array(0))).toMatchObject({ code: 39, domainNumber: 7 });
  }
  peer.send(encodeMessage(header, procedures.domainGetInfo.arguments.wire, { domain: web }));
  expect(await peer.next()).toMatchObject({ type: 'reply', status: 'ok', serial: 5 });
  peer.socket.destroy();
});

test('ignores streams that do not exist, and replies that nobody asked for', async () => {
  await serve();
  const peer = await rawPeer(socket.path);
  peer.send(encodeRawMessage(callHeader('domainOpenConsole', 'stream', 77), new Uint8Array([1])));
  peer.send(encodeRawMessage(callHeader('domainGetInfo', 'reply', 78)));
  peer.send(encodeRawMessage(callHeader('connectGetType', 'call', 1)));
  expect(await peer.next()).toMatchObject({ serial: 1, status: 'ok' });
  peer.socket.destroy();
});

test('disconnects who announces more than it may, before it is sent', async () => {
  await serve({ maxUnadmittedBytes: 1000 });
  for (const length of [27, 1001, 0xffff_ffff]) {
    const peer = await rawPeer(socket.path);
    const announcement = Buffer.alloc(4);
    announcement.writeUInt32BE(length);
    peer.send(announcement);
    expect(await peer.next()).toBeUndefined();
  }
  await using client = await open();
  const uri = 'x'.repeat(100_000);
  expect(await client.call('domainLookupByName', { name: uri }).catch((error: VirtError) => error.code)).toBe(
    'NO_DOMAIN',
  );
});

test('has a budget for what all clients announce and stall', async () => {
  await serve({ maxRequestBytes: 1_000_000 });
  const clients = await Promise.all([1, 2, 3].map(() => rawPeer(socket.path)));
  for (const peer of clients) {
    peer.send(encodeRawMessage(callHeader('connectOpen', 'call', 0), new Uint8Array(8)));
    await peer.next();
    const half = encodeRawMessage(callHeader('domainLookupByName', 'call', 1), new Uint8Array(900_000)).subarray(
      0,
      600_000,
    );
    peer.send(half);
  }
  const gone = await Promise.race(clients.map((peer) => peer.next()));
  expect(gone).toBeUndefined();
  await using client = await open();
  expect(await client.call('connectGetType', {})).toEqual({ type: 'TINY' });
  for (const peer of clients) peer.socket.destroy();
});

test('tells the client that is one too many', async () => {
  await serve({ maxClients: 1 });
  await using first = await open();
  await expect(open()).rejects.toThrow('too many clients: 1');
  await first.close();
  while (server?.connectionCount !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await using second = await open();
  expect(await second.call('connectGetType', {})).toEqual({ type: 'TINY' });
});

test('serves hundreds of clients that come at once', async () => {
  await serve();
  const clients = await Promise.all(Array.from({ length: 600 }, () => open({ timeoutMs: 25_000 })));
  const answers = await Promise.all(clients.map((client) => client.call('connectGetType', {})));
  expect(new Set(answers.map(({ type }) => type))).toEqual(new Set(['TINY']));
  await Promise.all(clients.map((client) => client.close()));
});

test('disconnects who does not open in time', async () => {
  await serve({ admissionTimeoutMs: 20 });
  const peer = await rawPeer(socket.path);
  expect(await peer.next()).toBeUndefined();
});

test('disconnects who is silent when asked for a sign of life', async () => {
  await serve({ keepalive: { intervalMs: 10, count: 2 } });
  const peer = await rawPeer(socket.path);
  const { arguments: args } = procedures.connectSupportsFeature;
  peer.send(encodeMessage(callHeader('connectSupportsFeature', 'call', 0), args.wire, { feature: 10 }));
  expect(await peer.next()).toMatchObject({ type: 'reply', status: 'ok' });
  expect(await peer.next()).toMatchObject({ program: keepaliveProgram.number, procedure: 1, type: 'message' });
  expect(await peer.next()).toMatchObject({ program: keepaliveProgram.number });
  expect(await peer.next()).toBeUndefined();
});

test('is asked for signs of life, and gives them', async () => {
  await serve({ keepalive: { intervalMs: 10, count: 2 } });
  await using client = await open({ keepalive: { intervalMs: 10, count: 2 } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await client.call('connectGetType', {})).toEqual({ type: 'TINY' });
});

test('serves so many calls of a client at a time, and the rest in turn', async () => {
  let serving = 0;
  let most = 0;
  const domainShutdown = async (): Promise<void> => {
    serving += 1;
    most = Math.max(most, serving);
    await new Promise((resolve) => setImmediate(resolve));
    serving -= 1;
  };
  await serve({ maxRequests: 3 }, { domainShutdown });
  await using client = await open();
  await Promise.all(Array.from({ length: 50 }, () => client.call('domainShutdown', { domain: web })));
  expect(most).toBe(3);
});

test('disconnects who never reads its replies', async () => {
  const xml = 'x'.repeat(1_000_000);
  await serve({ maxUnsentBytes: 5_000_000 }, { domainGetXMLDesc: () => ({ xml }) });
  const peer = await rawPeer(socket.path);
  peer.socket.pause();
  const { arguments: args } = procedures.domainGetXMLDesc;
  const closed = new Promise((resolve) => peer.socket.on('close', resolve));
  for (let serial = 0; serial < 100; serial += 1) {
    peer.send(encodeMessage(callHeader('domainGetXMLDesc', 'call', serial), args.wire, { domain: web, flags: 0 }));
  }
  while (server?.connectionCount !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  peer.socket.destroy();
  await closed;
});

test('learns the span that a call belongs to, tells both sides of the call, and returns its own spans', async () => {
  const traceparent = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01';
  let seen: string | undefined;
  await serve(
    {},
    {
      domainReset: (_, context) => {
        seen = context.traceparent;
        context.returnSpans('[]');
      },
    },
  );
  const told: unknown[] = [];
  const onCall = (message: unknown): void => {
    told.push(message);
    if (typeof message !== 'object' || message === null || 'connection' in message) return;
    Reflect.set(message, 'traceparent', traceparent);
  };
  channel('tracing:virtkit:rpc:call:start').subscribe(onCall);
  channel('tracing:virtkit:rpc:dispatch:start').subscribe(onCall);
  await using client = await open();
  await client.call('domainReset', { domain: web, flags: 0 });
  channel('tracing:virtkit:rpc:call:start').unsubscribe(onCall);
  channel('tracing:virtkit:rpc:dispatch:start').unsubscribe(onCall);
  expect(seen).toBe(traceparent);
  const call = { procedure: 'domainReset', arguments: { domain: web, flags: 0 }, serverSpans: '[]' };
  expect(told).toContainEqual(expect.objectContaining(call));
  expect(told).toContainEqual(expect.objectContaining({ procedure: 'domainReset', connection: 1, traceparent }));
});

test('refuses one stream too many, and serves the next once one has ended', async () => {
  await serve(
    { maxStreams: 1 },
    {
      domainScreenshot: (_, { serveStream }) => {
        serveStream(async () => {});
        return {};
      },
    },
  );
  await using client = await open();
  const screenshot = { domain: web, screen: 0, flags: 0 };
  const { stream } = await client.openStream('domainScreenshot', screenshot);
  const refused = client.openStream('domainScreenshot', screenshot);
  await expect(refused).rejects.toMatchObject({
    code: 'OPERATION_FAILED',
    message: expect.stringContaining('too many'),
  });
  await stream.finish();
  const next = await client.openStream('domainScreenshot', screenshot);
  await next.stream.finish();
});

test('lets go of what was to serve a stream when the call fails', async () => {
  let ended: unknown;
  await serve(
    {},
    {
      domainScreenshot: (_, { serveStream }) => {
        serveStream((stream) =>
          stream.finish().catch((error: unknown) => {
            ended = error;
          }),
        );
        throw new VirtError('OPERATION_FAILED', 'no screen');
      },
    },
  );
  await using client = await open();
  const failed = client.openStream('domainScreenshot', { domain: web, screen: 0, flags: 0 });
  await expect(failed).rejects.toMatchObject({ code: 'OPERATION_FAILED' });
  expect(ended).toMatchObject({ message: expect.stringContaining('the call failed') });
});

test('replaces the socket that a dead server left, but not that of a living one', async () => {
  await serve();
  const other = new RpcServer({ serve: tinyDriver() });
  await expect(other.listen({ path: socket.path })).rejects.toMatchObject({ code: 'SYSTEM_ERROR' });
  await other.close();
});
