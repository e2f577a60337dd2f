import { VirtError } from '@virtkit/errors';
import { readUtf8 } from './text.js';

/** Reads values in XDR (RFC 4506) from bytes that are all there. Every read checks that what it needs has arrived. */
export class XdrReader {
  readonly #bytes: Uint8Array;
  /** Made when the first value of 64 bits is read: most messages have none, and making it takes longer than reading one. */
  #view: DataView | undefined;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes are left to read. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  int(): number {
    return wordAt(this.#bytes, this.#advance(4));
  }

  uint(): number {
    return wordAt(this.#bytes, this.#advance(4)) >>> 0;
  }

  hyper(): bigint {
    return this.#wide().getBigInt64(this.#advance(8));
  }

  uhyper(): bigint {
    return this.#wide().getBigUint64(this.#advance(8));
  }

  double(): number {
    return this.#wide().getFloat64(this.#advance(8));
  }

  #wide(): DataView {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    this.#view ??= new DataView(buffer, byteOffset, byteLength);
    return this.#view;
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

  /** All bytes that are left: a view, not a copy. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#advance(this.remaining));
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

/** The word at `offset`, big-endian and signed; the bytes must be there. */
export function wordAt(bytes: Uint8Array, offset: number): number {
  return (
    ((bytes[offset] ?? 0) << 24) |
    ((bytes[offset + 1] ?? 0) << 16) |
    ((bytes[offset + 2] ?? 0) << 8) |
    (bytes[offset + 3] ?? 0)
  );
}

const padded = (count: number): number => (count + 3) & ~3;

/** The error for a message that breaks the protocol. */
export function malformed(detail: string, cause?: unknown): VirtError {
  return new VirtError('RPC', `Unable to decode message payload: ${detail}`, { domain: 'RPC', cause });
}
