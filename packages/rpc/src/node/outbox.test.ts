import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { FrameSplitter } from '../message/frame-splitter.js';
import { decodeMessage } from '../message/message.js';
import { string } from '../xdr/scalars.js';
import { Outbox } from './outbox.js';

const header = { program: 1, version: 1, procedure: 1, type: 'reply', serial: 0, status: 'ok' } as const;

interface Peer {
  readonly stream: Duplex;
  /** What arrived, each write by itself. */
  readonly writes: Buffer[];
}

/** A stream that is as slow as told: without `done` it takes everything at once. */
function peer(hold: (done: () => void) => void = (done) => done()): Peer {
  const writes: Buffer[] = [];
  const stream = new Duplex({
    write: (chunk: Buffer, _, done) => {
      writes.push(chunk);
      hold(done);
    },
  });
  return { stream, writes };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function serials(writes: readonly Uint8Array[]): number[] {
  const splitter = new FrameSplitter();
  return writes.flatMap((bytes) => [...splitter.push(bytes)].map((frame) => decodeMessage(frame).serial));
}

test('what one turn has to say leaves in one write, in order', async () => {
  const { stream, writes } = peer();
  const outbox = new Outbox(stream);
  for (let serial = 0; serial < 20; serial += 1) outbox.add({ ...header, serial }, string, 'said');
  expect(outbox.unsentBytes).toBe(20 * 36);
  await turn();
  outbox.addRaw({ ...header, serial: 20 });
  await turn();
  expect(writes.map(({ length }) => length)).toEqual([20 * 36, 28]);
  expect(serials(writes)).toEqual(Array.from({ length: 21 }, (_, serial) => serial));
  expect(outbox.unsentBytes).toBe(0);
});

test('what a slow peer has yet to take is left alone by what is said later', async () => {
  const dues: (() => void)[] = [];
  const { stream, writes } = peer((done) => dues.push(done));
  const outbox = new Outbox(stream);
  for (let serial = 0; serial < 5; serial += 1) {
    outbox.add({ ...header, serial }, string, String(serial).repeat(serial * 6000));
    await turn();
  }
  expect(outbox.unsentBytes).toBeGreaterThan(60_000);
  while (dues.length > 0) {
    dues.shift()?.();
    await turn();
  }
  expect(serials(writes)).toEqual([0, 1, 2, 3, 4]);
  expect(outbox.unsentBytes).toBe(0);
});

test('much does not wait for the turn’s end', () => {
  const { stream, writes } = peer();
  const outbox = new Outbox(stream);
  outbox.add(header, string, 'x'.repeat(100_000));
  expect(writes.map(({ length }) => length)).toEqual([100_032]);
});

test('a value that does not fit sends nothing, and takes nothing with it', async () => {
  const { stream, writes } = peer();
  const outbox = new Outbox(stream);
  outbox.add({ ...header, serial: 1 }, string, 'before');
  expect(() => outbox.add({ ...header, serial: 2 }, string, 'a NUL: \0')).toThrow('Unable to encode');
  outbox.add({ ...header, serial: 3 }, string, 'after');
  await turn();
  expect(serials(writes)).toEqual([1, 3]);
});
