import { VirtError } from '@virtkit/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBody, decodeMessage } from './message/message.js';
import { remoteError } from './message/remote-error.js';
import { streamHole } from './message/stream-hole.js';
import { recordedFrames } from './node/testing/recorded-frames.js';
import { qemuProgram, remoteProgram, virtkitProgram } from './programs.js';
import { XdrWriter } from './xdr/writer.js';
import type { XdrType } from './xdr/xdr-type.js';

const PROGRAMS = [remoteProgram, qemuProgram, virtkitProgram];

const bodies: XdrType<unknown>[] = [
  remoteError,
  streamHole,
  ...PROGRAMS.flatMap(({ procedures, events }) => [
    ...Object.values(procedures).flatMap((row) => [row.arguments.wire, row.result.wire]),
    ...Object.values(events).map(({ body }) => body),
  ]),
];

/** What is taken can be said again and understood alike; all else is an error of the protocol, and nothing worse. */
function isSound(body: XdrType<unknown>, payload: Uint8Array): void {
  let value: unknown;
  try {
    value = decodeBody(body, payload);
  } catch (error) {
    expect(VirtError.isInstance(error, 'RPC')).toBe(true);
    return;
  }
  const writer = new XdrWriter();
  body.write(writer, value);
  expect(decodeBody(body, writer.bytes)).toEqual(value);
}

/** Words as they occur in messages: small, huge, and of text. */
const word = fc.oneof(
  fc.constantFrom([0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 7], [0xff, 0xff, 0xff, 0xff], [0, 0x40, 0, 0]),
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)),
);
const words = fc.array(word, { maxLength: 40 }).map((each) => new Uint8Array(each.flat()));

test('no body makes a decoder do worse than refuse it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bodies), words, fc.nat(3), (body, payload, missing) => {
      isSound(body, payload.subarray(0, Math.max(0, payload.length - missing)));
    }),
    { numRuns: 5000 },
  );
});

test('no change of a real frame makes a decoder do worse than refuse it', () => {
  const frames = recordedFrames();
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
  fc.assert(
    fc.property(fc.constantFrom(...frames), fc.array(change, { minLength: 1, maxLength: 4 }), (frame, changes) => {
      const bytes = frame.bytes.slice();
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
      try {
        isSound(frame.body ?? remoteError, decodeMessage(bytes).payload);
      } catch (error) {
        expect(VirtError.isInstance(error, 'RPC')).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('no real frame is taken when it ends too early', () => {
  for (const { bytes, body, message } of recordedFrames()) {
    if (body === undefined) continue;
    for (let end = 0; end < message.payload.length; end += 4) {
      expect(() => decodeBody(body, bytes.subarray(bytes.length - message.payload.length).subarray(0, end))).toThrow(
        VirtError,
      );
    }
  }
});
