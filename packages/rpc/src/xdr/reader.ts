import { VirtError } from '@virtkit/errors';
import { readUtf8 } from './text.js';

/** Reads values in XDR (RFC 4506) from bytes that are all there. Every read checks that what it needs has arrived. */
export class XdrReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many bytes are left to read. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  int(): number {
    return this.#view.getInt32(this.#advance(4));
  }

  uint(): number {
    return this.#view.getUint32(this.#advance(4));
  }

  hyper(): bigint {
    return this.#view.getBigInt64(this.#advance(8));
  }

  uhyper(): bigint {
    return this.#view.getBigUint64(this.#advance(8));
  }

  double(): number {
    return this.#view.getFloat64(this.#advance(8));
  }

  /** A count of at most `limit` items, each of which takes at least `itemBytes` of what is left. */
  count(limit: number, itemBytes: number): number {
    const count = this.uint();
    if (count > limit) throw malformed(`${count} items where ${limit} are allowed`);
    if (count * itemBytes > this.remaining) throw malformed(`${count} items announced, but the message ends before`);
    return count;
  }

  /** `count` bytes and their padding: a view, not a copy. */
  fixed(count: number): Uint8Array {
    const offset = this.#advance(padded(count));
    return this.#bytes.subarray(offset, offset + count);
  }

  /** A string of at most `limit` bytes. @throws VirtError RPC when it isn't UTF-8 or holds a NUL. */
  string(limit: number): string {
    const length = this.count(limit, 1);
    const offset = this.#advance(padded(length));
    let text: string;
    try {
      text = readUtf8(this.#bytes, offset, length);
    } catch (cause) {
      throw malformed('a string is not UTF-8', cause);
    }
    if (text.includes('\0')) throw malformed('a string holds a NUL');
    return text;
  }

  /** @throws VirtError RPC unless everything was read. */
  end(): void {
    if (this.remaining > 0) throw malformed(`${this.remaining} bytes too many`);
  }

  #advance(count: number): number {
    const offset = this.#offset;
    if (count > this.#bytes.length - offset) throw malformed('the message ends too early');
    this.#offset = offset + count;
    return offset;
  }
}

const padded = (count: number): number => (count + 3) & ~3;

/** The error for a message that breaks the protocol. */
export function malformed(detail: string, cause?: unknown): VirtError {
  return new VirtError('RPC', `Unable to decode message payload: ${detail}`, { domain: 'RPC', cause });
}
