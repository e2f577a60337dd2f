import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameSplitter } from './frame-splitter.js';

const frame = fc.uint8Array({ minLength: 24, maxLength: 200 }).map((rest) => {
  const bytes = new Uint8Array(4 + rest.length);
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  bytes.set(rest, 4);
  return bytes;
});

function split(splitter: FrameSplitter, chunks: readonly Uint8Array[]): Uint8Array[] {
  return chunks.flatMap((chunk) => [...splitter.push(chunk)].map((bytes) => bytes.slice()));
}

function announce(length: number, bytes = 4): Uint8Array {
  const chunk = new Uint8Array(bytes);
  new DataView(chunk.buffer).setUint32(0, length);
  return chunk;
}

test('finds the frames wherever the bytes were cut', () => {
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 8 }),
      fc.array(fc.nat({ max: 1600 }), { maxLength: 20 }),
      (frames, cuts) => {
        const bytes = new Uint8Array(frames.flatMap((each) => [...each]));
        const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
        const chunks = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        const splitter = new FrameSplitter();
        expect(split(splitter, chunks)).toEqual(frames);
        expect(splitter.pendingBytes).toBe(0);
      },
    ),
  );
});

test('finds them byte by byte', () => {
  const bytes = new Uint8Array([...announce(28, 28), ...announce(30, 30)]);
  const chunks = Array.from(bytes, (byte) => new Uint8Array([byte]));
  expect(split(new FrameSplitter(), chunks).map(({ length }) => length)).toEqual([28, 30]);
});

test.each([0, 27, 1001, 0xffff_ffff])('refuses a length of %i at once', (length) => {
  expect(() => split(new FrameSplitter(1000), [announce(length)])).toThrow('Unable to decode message payload');
  const halves = [announce(length).subarray(0, 2), announce(length).subarray(2)];
  expect(() => split(new FrameSplitter(1000), halves)).toThrow('Unable to decode message payload');
});

test('holds what came, not what was announced', () => {
  const before = process.memoryUsage().arrayBuffers;
  const splitters = Array.from({ length: 60 }, () => new FrameSplitter());
  for (const splitter of splitters) split(splitter, [announce(33_554_432, 8)]);
  expect(splitters.map(({ pendingBytes }) => pendingBytes)).toEqual(splitters.map(() => 8));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
});
