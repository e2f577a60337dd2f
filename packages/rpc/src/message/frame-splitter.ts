import { malformed, wordAt } from '../xdr/reader.js';
import { LIMITS } from './limits.js';

const FIRST_CAPACITY = 4096;

/**
 * Cuts what arrives into frames. It holds what arrived of an unfinished frame and at most as much again, never what a
 * length word merely announces.
 */
export class FrameSplitter {
  /** The longest frame that it takes, in bytes; may be changed between chunks. */
  maxBytes: number;
  #buffer = new Uint8Array(0);
  #held = 0;

  constructor(maxBytes: number = LIMITS.message) {
    this.maxBytes = maxBytes;
  }

  /** How many bytes of an unfinished frame are held. */
  get pendingBytes(): number {
    return this.#held;
  }

  /**
   * The frames that `chunk` completes, in order: views into the chunk where they lie in it as a whole.
   * @throws VirtError RPC on a length below that of a header or above `maxBytes`; nothing after that can be understood.
   */
  *push(chunk: Uint8Array): Generator<Uint8Array, void, void> {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#held === 0 && rest.length >= 4) {
        const length = this.#checkedLength(rest);
        if (rest.length < length) return this.#hold(rest, length);
        yield rest.subarray(0, length);
        rest = rest.subarray(length);
        continue;
      }
      const wanted = this.#held < 4 ? 4 : this.#checkedLength(this.#buffer);
      const taken = rest.subarray(0, wanted - this.#held);
      this.#hold(taken, wanted);
      rest = rest.subarray(taken.length);
      if (this.#held < 4 || this.#held < this.#checkedLength(this.#buffer)) continue;
      const frame = this.#buffer.subarray(0, this.#held);
      this.#buffer = new Uint8Array(0);
      this.#held = 0;
      yield frame;
    }
  }

  #checkedLength(bytes: Uint8Array): number {
    const length = wordAt(bytes, 0) >>> 0;
    if (length < LIMITS.header) throw malformed(`a message of ${length} bytes, shorter than its header`);
    if (length > this.maxBytes) throw malformed(`a message of ${length} bytes where ${this.maxBytes} are allowed`);
    return length;
  }

  #hold(bytes: Uint8Array, wanted: number): void {
    const needed = this.#held + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(needed, Math.min(wanted, Math.max(2 * needed, FIRST_CAPACITY))));
      grown.set(this.#buffer.subarray(0, this.#held));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#held);
    this.#held = needed;
  }
}
