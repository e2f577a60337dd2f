import { VirtError } from '@virtkit/errors';
import { LIMITS } from '../message/limits.js';
import { writeUtf8 } from './text.js';

/** Appends values in XDR (RFC 4506): big-endian, everything padded to four bytes. It grows up to a few whole messages. */
export class XdrWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(capacityBytes = 256) {
    this.#bytes = new Uint8Array(capacityBytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  /** How many bytes it takes before it must grow. */
  get capacity(): number {
    return this.#bytes.length;
  }

  /** What was written: a view, not a copy. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Overwrites the word at `offset`, which lies in what was written. */
  setUint(offset: number, value: number): void {
    this.#view.setUint32(offset, value);
  }

  /** Drops what was written behind `length`. */
  truncate(length: number): void {
    this.#length = length;
  }

  int(value: number): void {
    const offset = this.#advance(4);
    this.#view.setInt32(offset, value);
  }

  uint(value: number): void {
    const offset = this.#advance(4);
    this.#view.setUint32(offset, value);
  }

  hyper(value: bigint): void {
    const offset = this.#advance(8);
    this.#view.setBigInt64(offset, value);
  }

  uhyper(value: bigint): void {
    const offset = this.#advance(8);
    this.#view.setBigUint64(offset, value);
  }

  double(value: number): void {
    const offset = this.#advance(8);
    this.#view.setFloat64(offset, value);
  }

  /** The bytes themselves, without length or padding. */
  raw(bytes: Uint8Array): void {
    const offset = this.#advance(bytes.length);
    this.#bytes.set(bytes, offset);
  }

  /** The bytes and their padding, without a length. */
  fixed(bytes: Uint8Array): void {
    this.raw(bytes);
    this.#pad();
  }

  /** Length, UTF-8 bytes, padding. @throws VirtError RPC beyond `limit` bytes. */
  string(text: string, limit: number): void {
    if (text.length > limit) throw tooLong(text.length, limit);
    this.#reserve(4 + 3 * text.length);
    const written = writeUtf8(text, this.#bytes, this.#length + 4);
    if (written > limit) throw tooLong(written, limit);
    this.uint(written);
    this.#length += written;
    this.#pad();
  }

  #pad(): void {
    const missing = -this.#length & 3;
    if (missing === 0) return;
    const offset = this.#advance(missing);
    this.#bytes.fill(0, offset, offset + missing);
  }

  #advance(count: number): number {
    const offset = this.#length;
    if (offset + count > this.#bytes.length) this.#reserve(count);
    this.#length = offset + count;
    return offset;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    if (this.#length + count > 4 * LIMITS.message) throw tooLong(needed, LIMITS.message);
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

function tooLong(length: number, limit: number): VirtError {
  return new VirtError('RPC', `Unable to encode message payload: ${length} bytes where ${limit} are allowed`, {
    domain: 'RPC',
  });
}
