import { describe, expect, test } from 'vitest';
import { decodeBody, encodeMessage, encodeRawMessage, type Message } from './message/message.js';
import { recordedFrames } from './node/testing/recorded-frames.js';

const frames = recordedFrames();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the recorded frames of libvirt 11.3', () => {
  test('are all there', () => {
    expect(frames).toHaveLength(1079);
  });

  test('decode, and encode back byte for byte', () => {
    for (const { bytes, message, body } of frames) {
      const again =
        body === undefined
          ? encodeRawMessage(message, message.payload)
          : encodeMessage(message, body, decodeBody(body, message.payload));
      expect(hex(again)).toBe(hex(bytes));
    }
  });

  test('have a type, but for the bytes of streams', () => {
    const untyped = frames.filter(({ body }) => body === undefined).map(({ message }) => message.type);
    expect(new Set(untyped)).toEqual(new Set(['stream']));
  });

  test('keep their meaning in the shape that callers and drivers see', () => {
    const calls = new Map<string, Message>();
    let pairs = 0;
    for (const { connection, message, procedure } of frames) {
      const key = [connection, message.serial, message.program, message.procedure].join();
      if (message.type === 'call') calls.set(key, message);
      const call = calls.get(key);
      if (message.type !== 'reply' || message.status !== 'ok' || call === undefined || procedure === undefined)
        continue;
      const { name, row } = procedure;
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
