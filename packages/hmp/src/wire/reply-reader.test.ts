import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HmpError } from '../hmp-error.js';
import { recordedExchanges } from '../testing/recordings.js';
import { encodeLine } from './command-line.js';
import { echoOf } from './echo.js';
import { type Reading, ReplyReader } from './reply-reader.js';
import { createSentinel, PASSWORD_PROMPT, PROMPT } from './sentinel.js';

const CHUNK_SIZES = [1, 7, 4096, Number.POSITIVE_INFINITY];

/** Feeds `bytes` in chunks and returns the last reading. */
function feed(reader: ReplyReader, bytes: Buffer, size: number): Reading | undefined {
  let last: Reading | undefined;
  for (let at = 0; at < bytes.length; at += Math.min(size, bytes.length)) {
    const chunk = bytes.subarray(at, at + Math.min(size, bytes.length));
    const { offset, reading } = reader.read(chunk, 0);
    if (offset !== chunk.length) throw new Error(`${chunk.length - offset} bytes are left over`);
    last = reading;
  }
  return last;
}

/** The commands that were typed in one step. CR LF is Enter twice. */
const typedLines = (typed: Buffer): Buffer[] =>
  typed
    .toString('latin1')
    .split(/[\r\n]/)
    .slice(0, -1)
    .map((line) => Buffer.from(line, 'latin1'));

const exchanges = recordedExchanges();
const isKeyStep = (name: string): boolean => /tab completion|kill line/.test(name);
const isPasswordStep = (name: string): boolean => /pw$/.test(name);
const isGreeting = (name: string): boolean => name.endsWith(': greeting');
const commands = exchanges.filter(({ name }) => !isKeyStep(name) && !isPasswordStep(name) && !isGreeting(name));

test('the recordings hold what the tests below are about', () => {
  expect(exchanges.length).toBe(150);
  expect(commands.length).toBe(136);
});

test.each(commands)('cuts $name exactly, however it is split', ({ typed, received }) => {
  for (const size of CHUNK_SIZES) {
    let rest = received;
    const lines = typedLines(typed);
    for (const line of lines) {
      const echo = echoOf(line);
      expect(rest.subarray(0, echo.length).equals(echo)).toBe(true);
      const length = lines.length === 1 ? rest.length : rest.indexOf(PROMPT) + PROMPT.length;
      const reader = new ReplyReader(createSentinel());
      reader.expectLine(line);
      const reading = feed(reader, rest.subarray(0, length), size);
      const text = rest.subarray(echo.length, length);
      expect(reader.partialReply.equals(text)).toBe(true);
      if (text.toString() === '<EOF>') expect(line.toString()).toBe('quit');
      else expect(reading).toEqual({ kind: text.equals(PASSWORD_PROMPT) ? 'password' : 'prompt' });
      rest = rest.subarray(length);
    }
    expect(rest.length).toBe(0);
  }
});

test.each(commands.filter(({ typed }) => typedLines(typed).length === 1))(
  'finds the end of $name by the sentinel',
  ({ typed, received }) => {
    const [line = Buffer.alloc(0)] = typedLines(typed);
    for (const size of CHUNK_SIZES) {
      const sentinel = createSentinel();
      const reader = new ReplyReader(sentinel);
      reader.expectLine(line);
      reader.expectSentinel();
      const text = received.subarray(echoOf(line).length);
      const reply = text.subarray(0, text.length - PROMPT.length);
      const reading = feed(reader, Buffer.concat([echoOf(line), reply, sentinel.mark]), size);
      expect(reading?.kind === 'reply' && reading.reply.equals(reply)).toBe(true);
    }
  },
);

test.each(exchanges.filter(({ name }) => isPasswordStep(name)))(
  'reads $name behind its prompt',
  ({ typed, received }) => {
    for (const size of CHUNK_SIZES) {
      const reader = new ReplyReader(createSentinel());
      reader.expectGreeting();
      expect(feed(reader, PASSWORD_PROMPT, size)).toEqual({ kind: 'password' });
      reader.expectPassword(typed.subarray(0, -1));
      expect(feed(reader, received, size)).toEqual({ kind: 'prompt' });
      expect(reader.partialReply).toEqual(PROMPT);
    }
  },
);

test.each(exchanges.filter(({ name }) => isGreeting(name)))('reads $name', ({ received }) => {
  for (const size of CHUNK_SIZES) {
    const reader = new ReplyReader(createSentinel());
    reader.expectGreeting();
    expect(feed(reader, received, size)).toEqual({ kind: 'prompt' });
    expect(reader.partialReply).toEqual(received);
  }
});

test.each(exchanges.filter(({ name }) => isKeyStep(name)))('$name cannot be typed by mistake', ({ typed }) => {
  expect(() => encodeLine(typed.toString('latin1'))).toThrow(HmpError);
});

test('a reply that holds prompts and earlier echoes does not end early', () => {
  const sentinel = createSentinel();
  const line = Buffer.from('info name');
  const reply = Buffer.concat([Buffer.from('a (qemu) \r\n(qemu) '), echoOf(line), echoOf(Buffer.from('info status'))]);
  const bytes = Buffer.concat([echoOf(line), reply, sentinel.mark]);
  for (const size of CHUNK_SIZES) {
    const reader = new ReplyReader(sentinel);
    reader.expectLine(line);
    reader.expectSentinel();
    expect(feed(reader, bytes, size)).toEqual({ kind: 'reply', reply });
  }
});

test('the echo of the longest line is compared without being built', () => {
  const line = Buffer.alloc(4095, 'x');
  const reader = new ReplyReader(createSentinel());
  reader.expectLine(line);
  for (let length = 1; length <= line.length; length += 1) {
    reader.read(Buffer.from(`${'\x1b[D'.repeat(length - 1)}${'x'.repeat(length)}\x1b[K`, 'latin1'), 0);
  }
  expect(reader.isEchoed).toBe(false);
  expect(reader.read(Buffer.from('\r\n(qemu) '), 0).reading).toEqual({ kind: 'prompt' });
});

test('bytes that are not the echo are an error', () => {
  const reader = new ReplyReader(createSentinel());
  reader.expectLine(Buffer.from('info name'));
  expect(() => reader.read(Buffer.from('i\x1b[K\x1b[Dinx'), 0)).toThrow(/where the echo/);
});

test('a reply without end is an error before it fills the memory', () => {
  const reader = new ReplyReader(createSentinel());
  reader.expectGreeting();
  const chunk = Buffer.alloc(2 ** 20);
  for (let count = 0; count < 64; count += 1) reader.read(chunk, 0);
  expect(() => reader.read(chunk, 0)).toThrow(/more than 67108864 bytes/);
});

/** Replies made of what could be mistaken for their end, and anything else. */
const trickyReply = fc
  .array(
    fc.oneof(fc.constantFrom('(qemu) ', 'Password: ', '\r\n', '\x1b[K', '\x1b[D', "unknown command: '~"), fc.string()),
  )
  .map((parts) => Buffer.from(parts.join('')));
const typedLine = fc.string({ maxLength: 12 }).map((text) => Buffer.from(text));

test('any conversation, cut anywhere, gives each command its reply', () => {
  const conversation = fc.array(fc.tuple(typedLine, trickyReply), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(conversation, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (exchanged, sizes) => {
      const sentinel = createSentinel();
      const reader = new ReplyReader(sentinel);
      const bytes = Buffer.concat(exchanged.flatMap(([line, reply]) => [echoOf(line), reply, sentinel.mark]));
      const expected = exchanged.map(([, reply]) => reply.toString('latin1'));
      const lines = exchanged.map(([line]) => line);
      const replies: string[] = [];
      const expectNext = (): void => {
        const line = lines.shift();
        if (line !== undefined) reader.expectLine(line);
        reader.expectSentinel();
      };
      expectNext();
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const chunk = bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1));
        const { offset, reading } = reader.read(chunk, 0);
        at += offset;
        if (reading?.kind !== 'reply') continue;
        replies.push(reading.reply.toString('latin1'));
        expectNext();
      }
      expect(replies).toEqual(expected);
    }),
  );
});
