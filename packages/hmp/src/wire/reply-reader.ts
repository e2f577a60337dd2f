import { HmpError } from '../hmp-error.js';
import { ByteBuffer } from './byte-buffer.js';
import { EchoWalk } from './echo.js';
import { PASSWORD_PROMPT, PROMPT, type Sentinel } from './sentinel.js';

/**
 * What the bytes meant: a command's whole `reply`; or, for a command read without a sentinel behind it, that the monitor
 * now seems to wait for a line (`prompt`) or for a password (`password`).
 */
export type Reading = { readonly kind: 'reply'; readonly reply: Buffer } | { readonly kind: 'prompt' | 'password' };

/** Far beyond what any `info` prints; a larger memory dump is to be read in parts. */
const MAX_REPLY_BYTES = 64 * 1024 ** 2;
const EMPTY = Buffer.alloc(0);

/**
 * Cuts the monitor's byte stream into replies, however it is split into chunks. It must be told what was typed, in order:
 * `expectGreeting` or `expectLine`, then, at a `password` reading, `expectPassword`; and `expectSentinel` once the
 * sentinel was typed, which may be long before. Knows no sockets and no promises.
 */
export class ReplyReader {
  readonly #sentinel: Sentinel;
  readonly #buffer = new ByteBuffer();
  #echo: EchoWalk | undefined;
  #isSentinelTyped = false;
  #beforePassword = EMPTY;

  constructor(sentinel: Sentinel) {
    this.#sentinel = sentinel;
  }

  /** The monitor's next bytes are what it says by itself when it is opened. */
  expectGreeting(): void {
    this.#echo = undefined;
    this.#isSentinelTyped = false;
  }

  /** The monitor's next bytes belong to `line`. */
  expectLine(line: Buffer): void {
    this.#echo = new EchoWalk(line);
    this.#isSentinelTyped = false;
    this.#beforePassword = EMPTY;
  }

  /** A password was typed at a `password` reading. */
  expectPassword(password: Buffer): void {
    const { bytes } = this.#buffer;
    this.#beforePassword = Buffer.concat([this.#beforePassword, bytes.subarray(0, -PASSWORD_PROMPT.length)]);
    this.#buffer.clear();
    this.#echo = new EchoWalk(password, { masked: true });
  }

  /** The sentinel was typed behind the line. */
  expectSentinel(): void {
    this.#isSentinelTyped = true;
  }

  /** Whether the line's echo came back whole. */
  get isEchoed(): boolean {
    return this.#echo?.isDone ?? true;
  }

  /** Whether the last that came is a password's prompt. */
  get isAtPassword(): boolean {
    return this.isEchoed && pauseAtEnd(this.#buffer.bytes)?.kind === 'password';
  }

  /** What came of the reply so far. */
  get partialReply(): Buffer {
    return Buffer.concat([this.#beforePassword, this.#buffer.bytes]);
  }

  /**
   * Reads `chunk` from `offset`.
   *
   * @returns The offset behind what was read and, unless more bytes are needed, what they meant. Bytes are left over only
   * behind a `reply`.
   * @throws HmpError `PROTOCOL_ERROR` if an echo isn't what was typed, or a reply is over 64 MiB.
   */
  read(chunk: Buffer, offset: number): { readonly offset: number; readonly reading: Reading | undefined } {
    let at = offset;
    if (this.#echo !== undefined && !this.#echo.isDone) {
      const matched = this.#echo.match(chunk, at);
      if (matched === undefined) throw notAnEcho(chunk.subarray(at));
      at = matched;
    }
    if (!this.isEchoed) return { offset: at, reading: undefined };
    return this.#isSentinelTyped ? this.#readToMark(chunk, at) : this.#readToPause(chunk, at);
  }

  #readToMark(chunk: Buffer, offset: number): { offset: number; reading: Reading | undefined } {
    const { mark } = this.#sentinel;
    const held = this.#buffer.length;
    this.#hold(chunk.subarray(offset));
    const end = this.#buffer.bytes.indexOf(mark, Math.max(0, held - mark.length + 1));
    if (end < 0) return { offset: chunk.length, reading: undefined };
    const reply = Buffer.concat([this.#beforePassword, this.#buffer.bytes.subarray(0, end)]);
    this.#buffer.clear();
    return { offset: offset + end + mark.length - held, reading: { kind: 'reply', reply } };
  }

  #hold(bytes: Buffer): void {
    if (this.#buffer.length + bytes.length > MAX_REPLY_BYTES) {
      throw new HmpError('PROTOCOL_ERROR', `the monitor sent a reply of more than ${MAX_REPLY_BYTES} bytes`);
    }
    this.#buffer.append(bytes);
  }

  #readToPause(chunk: Buffer, offset: number): { offset: number; reading: Reading | undefined } {
    this.#hold(chunk.subarray(offset));
    return { offset: chunk.length, reading: pauseAtEnd(this.#buffer.bytes) };
  }
}

/** Which prompt `bytes` end with, if any. */
export function pauseAtEnd(bytes: Buffer): { readonly kind: 'prompt' | 'password' } | undefined {
  if (endsWith(bytes, PROMPT)) return { kind: 'prompt' };
  return endsWith(bytes, PASSWORD_PROMPT) ? { kind: 'password' } : undefined;
}

const endsWith = (bytes: Buffer, end: Buffer): boolean =>
  bytes.length >= end.length && bytes.compare(end, 0, end.length, bytes.length - end.length) === 0;

function notAnEcho(bytes: Buffer): HmpError {
  const shown = JSON.stringify(bytes.subarray(0, 40).toString('latin1'));
  return new HmpError('PROTOCOL_ERROR', `the monitor sent ${shown} where the echo of what was typed must come`);
}
