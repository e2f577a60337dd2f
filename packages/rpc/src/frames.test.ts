import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBody, decodeMessage, encodeMessage, encodeRawMessage, type Message } from './message/message.js';
import { remoteError } from './message/remote-error.js';
import { streamHole } from './message/stream-hole.js';
import { keepaliveProgram, lxcProgram, qemuProgram, remoteProgram } from './programs.js';
import type { Program } from './table/program.js';
import type { XdrType } from './xdr/xdr-type.js';

interface Recorded {
  readonly connection: number;
  readonly from: 'client' | 'server';
  readonly frame: string;
}

const PROGRAMS: readonly Program[] = [remoteProgram, qemuProgram, lxcProgram, keepaliveProgram];

const recorded: Recorded[] = gunzipSync(
  readFileSync(new URL('../testdata/libvirt-11.3-frames.jsonl.gz', import.meta.url)),
)
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

function rowOf(message: Message) {
  const program = PROGRAMS.find(({ number }) => number === message.program);
  const entries = Object.entries(program?.procedures ?? {});
  const found = entries.find(([, row]) => row.number === message.procedure);
  if (found === undefined) throw new Error(`no procedure ${message.program}/${message.procedure}`);
  return { name: found[0], row: found[1] };
}

/** How the body of a message is typed; nothing where the payload are a stream's own bytes. */
function bodyOf(message: Message): XdrType<unknown> | undefined {
  if (message.type === 'stream-hole') return streamHole;
  if (message.status === 'error') return message.payload.length === 0 ? undefined : remoteError;
  if (message.type === 'stream') return undefined;
  if (message.type === 'message') {
    const program = PROGRAMS.find(({ number }) => number === message.program);
    return Object.values(program?.events ?? {}).find(({ number }) => number === message.procedure)?.body;
  }
  const { row } = rowOf(message);
  return message.type.startsWith('call') ? row.arguments.wire : row.result.wire;
}

describe('the recorded frames of libvirt 11.3', () => {
  test('are all there', () => {
    expect(recorded).toHaveLength(1079);
  });

  test('decode, and encode back byte for byte', () => {
    for (const { frame } of recorded) {
      const message = decodeMessage(Buffer.from(frame, 'hex'));
      const body = bodyOf(message);
      const again =
        body === undefined
          ? encodeRawMessage(message, message.payload)
          : encodeMessage(message, body, decodeBody(body, message.payload));
      expect(Buffer.from(again).toString('hex')).toBe(frame);
    }
  });

  test('keep their meaning in the shape that callers and drivers see', () => {
    const calls = new Map<string, Message>();
    let pairs = 0;
    for (const { connection, frame } of recorded) {
      const message = decodeMessage(Buffer.from(frame, 'hex'));
      const key = [connection, message.serial, message.program, message.procedure].join();
      if (message.type === 'call') calls.set(key, message);
      const call = calls.get(key);
      if (message.type !== 'reply' || message.status !== 'ok' || call === undefined) continue;
      const { name, row } = rowOf(message);
      const request = decodeBody(row.arguments.wire, call.payload);
      const result = decodeBody(row.result.wire, message.payload);
      if (row.followUp?.(result, request) !== undefined) continue;
      const seen = row.result.fromWire(result, request);
      const again = row.result.fromWire(row.result.toWire(seen, request), request);
      pairs += 1;
      expect([name, again]).toEqual([name, seen]);
    }
    expect(pairs).toBeGreaterThan(300);
  });
});
