import { once } from 'node:events';
import { createServer } from 'node:net';
import { VirtError } from '@virtkit/errors';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callHeader } from '../lookup.js';
import { encodeMessage, encodeRawMessage } from '../message/message.js';
import { procedures } from '../table.js';
import { RpcClient } from './rpc-client.js';
import { RpcServer } from './rpc-server.js';
import { rawPeer } from './testing/raw-peer.js';
import { recordedFrames } from './testing/recorded-frames.js';
import { type TemporarySocket, temporarySocket } from './testing/temporary-socket.js';
import { tinyDriver, web } from './testing/tiny-driver.js';

let socket: TemporarySocket;
let server: RpcServer;
let client: RpcClient;
beforeEach(async () => {
  socket = await temporarySocket();
  server = new RpcServer({ serve: tinyDriver() });
  await server.listen({ path: socket.path });
  client = await RpcClient.connect({ path: socket.path });
  await client.call('connectOpen', { flags: 0 });
});
afterEach(async () => {
  await client.close();
  await server.close();
  await socket[Symbol.asyncDispose]();
});

/** That a well-behaved client is served as ever. */
async function isServed(): Promise<void> {
  expect(await client.call('domainGetOSType', { domain: web })).toEqual({ type: 'hvm' });
}

/** Waits until the well-behaved client is the only one. */
async function isAlone(): Promise<void> {
  while (server.connectionCount > 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

const screenshot = encodeMessage(
  callHeader('domainScreenshot', 'call', 1),
  procedures.domainScreenshot.arguments.wire,
  { domain: web, screen: 0, flags: 0 },
);

test('a server survives clients that disconnect at every byte of a call', async () => {
  for (let end = 0; end <= screenshot.length; end += 1) {
    const peer = await rawPeer(socket.path);
    peer.send(screenshot.subarray(0, end));
    if (end % 2 === 0) peer.socket.end().resume();
    else peer.socket.destroy();
  }
  await isServed();
  await isAlone();
});

test('a server takes a call byte by byte', async () => {
  const peer = await rawPeer(socket.path);
  for (const byte of screenshot) {
    peer.send(new Uint8Array([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await peer.next()).toMatchObject({ type: 'reply', serial: 1, status: 'ok' });
  expect(await peer.next()).toMatchObject({ type: 'stream', serial: 1, status: 'continue' });
  peer.socket.destroy();
});

test('a server survives what real clients say, changed at random', async () => {
  const said = recordedFrames().filter(({ from }) => from === 'client');
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
  const frame = fc.tuple(fc.constantFrom(...said), fc.array(change, { maxLength: 3 })).map(([{ bytes }, changes]) => {
    const changed = bytes.slice();
    for (const { at, byte } of changes) changed[at % changed.length] = byte;
    return changed;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async (frames) => {
      const peer = await rawPeer(socket.path);
      for (const each of frames) peer.send(each);
      peer.socket.end();
      peer.socket.resume();
      await isServed();
    }),
    { numRuns: 150 },
  );
  await isAlone();
});

test('sixty clients that announce 32 MiB and stall cost next to nothing', async () => {
  const announcement = new Uint8Array(28);
  new DataView(announcement.buffer).setUint32(0, 33_554_432);
  const peers = await Promise.all(Array.from({ length: 60 }, () => rawPeer(socket.path)));
  for (const peer of peers) peer.send(announcement);
  for (const peer of peers) expect(await peer.next()).toBeUndefined();
  await isServed();
});

/** A server that answers the first words properly and then says `bytes` and hangs up. */
async function treacherous(path: string, bytes: Uint8Array): Promise<() => Promise<void>> {
  const greeting = encodeMessage({ ...callHeader('authList', 'reply', 0) }, procedures.authList.result.wire, {
    types: [0],
  });
  const listener = createServer((connection) => {
    connection.on('error', () => undefined);
    connection.once('data', () => {
      connection.write(greeting);
      connection.once('data', () => connection.end(bytes));
    });
  });
  listener.listen(path);
  await once(listener, 'listening');
  return async () => {
    listener.close();
    await once(listener, 'close');
  };
}

test('a client survives a server that disconnects at every byte of a reply', async () => {
  const row = procedures.domainGetXMLDesc;
  const reply = encodeMessage(callHeader('domainGetXMLDesc', 'reply', 1), row.result.wire, { xml: '<domain/>' });
  for (let end = 0; end < reply.length; end += 1) {
    const path = `${socket.path}-${end}`;
    const stop = await treacherous(path, reply.subarray(0, end));
    const victim = await RpcClient.connect({ path }, { keepalive: false });
    const call = victim.call('domainGetXMLDesc', { domain: web, flags: 0 });
    await expect(call).rejects.toMatchObject({ code: 'SYSTEM_ERROR', domain: 'RPC' });
    expect(await victim.closed).toMatchObject({ code: 'SYSTEM_ERROR' });
    await stop();
  }
});

test.each<[string, Uint8Array]>([
  ['a length that cannot be', new Uint8Array([0, 0, 0, 1])],
  ['a type that cannot be', encodeRawMessage(callHeader('authList', 'call', 0))],
  ['a reply that cannot be read', encodeRawMessage(callHeader('domainGetXMLDesc', 'reply', 1), new Uint8Array(3))],
])('a client is told of %s', async (_, bytes) => {
  const path = `${socket.path}-wrong`;
  const stop = await treacherous(path, bytes);
  const victim = await RpcClient.connect({ path }, { keepalive: false });
  const failure = victim.call('domainGetXMLDesc', { domain: web, flags: 0 });
  await expect(failure).rejects.toSatisfy((error) => VirtError.isInstance(error, 'RPC'));
  await victim.close();
  await stop();
});
