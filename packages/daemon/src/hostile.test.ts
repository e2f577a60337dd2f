import { readFile } from 'node:fs/promises';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@virtkit/core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningVirtkitd, Virtkitd } from './testing/virtkitd.js';

const MiB = 1024 * 1024;
const REMOTE_PROGRAM = 0x2000_8086;
const AUTH_LIST = 66;

let virtkitd: Virtkitd;
let daemon: RunningVirtkitd;
const peers: Socket[] = [];

beforeAll(async () => {
  virtkitd = await Virtkitd.build();
  daemon = await virtkitd.start(['--root', join(virtkitd.directory, 'root')]);
});
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.destroy();
  // Whatever they did, the next client is served.
  const connection = await connect(daemon.uri('qemu:///session'));
  expect(await connection.listAllDomains()).toEqual([]);
  await connection.close();
});
afterAll(() => virtkitd[Symbol.asyncDispose]());

/** A connection whose other end may go at any time. */
function knock(): Promise<Socket> {
  const socket = connectSocket(daemon.socket);
  peers.push(socket);
  socket.on('error', () => {});
  socket.resume();
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(socket));
  });
}

/** A call's header, and its body; `lengthBytes` is what the message claims. */
function call(procedure: number, body: Uint8Array = Buffer.alloc(0), lengthBytes = 28 + body.length): Buffer {
  const header = Buffer.alloc(28);
  [lengthBytes, REMOTE_PROGRAM, 1, procedure, 0, 1, 0].forEach((word, index) => {
    header.writeUInt32BE(word, 4 * index);
  });
  return Buffer.concat([header, body]);
}

async function residentMiB(): Promise<number> {
  const status = await readFile(`/proc/${daemon.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** Numbers that look like chance, the same in every run. */
function* noise(): Generator<number, never, void> {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield state >>> 16;
  }
}

test('clients that announce long messages and stall take no memory', async () => {
  const before = await residentMiB();
  const stalling = await Promise.all(Array.from({ length: 60 }, knock));
  for (const peer of stalling) peer.write(Buffer.concat([call(AUTH_LIST, undefined, 32 * MiB), Buffer.alloc(4 * MiB)]));
  await sleep(500);
  expect((await residentMiB()) - before).toBeLessThan(100);
});

test('clients that ask for more than they read wait', async () => {
  const before = await residentMiB();
  const greedy = await Promise.all(Array.from({ length: 20 }, knock));
  for (const peer of greedy) {
    peer.pause();
    peer.write(Buffer.concat(Array.from({ length: 20_000 }, () => call(AUTH_LIST))));
  }
  await sleep(500);
  expect((await residentMiB()) - before).toBeLessThan(200);
});

test('a message that ends at any byte harms nobody', async () => {
  const frame = call(1, Buffer.from([0, 0, 0, 1, 0, 0, 0, 3, 0x71, 0x65, 0x6d, 0, 0, 0, 0, 0]));
  for (let length = 0; length <= frame.length; length++) {
    const peer = await knock();
    peer.end(frame.subarray(0, length));
  }
});

test('noise instead of messages harms nobody', async () => {
  const random = noise();
  const bytes = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random.next().value & 255));
  for (let round = 0; round < 300; round++) {
    const peer = await knock();
    const body = bytes(4 * (random.next().value % 50));
    peer.end(round % 3 === 0 ? body : call(random.next().value % 460, body));
  }
});

test('hundreds of silent clients keep nobody out', async () => {
  const silent = await Promise.all(Array.from({ length: 500 }, knock));
  expect(silent.every((peer) => !peer.destroyed)).toBe(true);
});
