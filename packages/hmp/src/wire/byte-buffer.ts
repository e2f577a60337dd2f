const INITIAL_CAPACITY = 4096;
const LARGE = 1024 * INITIAL_CAPACITY;

/** Bytes that are gathered chunk by chunk, without copying all for each chunk. */
export class ByteBuffer {
  #storage = Buffer.allocUnsafe(INITIAL_CAPACITY);
  #length = 0;

  /** What is held; valid until the next `append`. */
  get bytes(): Buffer {
    return this.#storage.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  append(chunk: Buffer): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#storage.length) {
      const storage = Buffer.allocUnsafe(Math.max(needed, this.#storage.length * 2));
      this.#storage.copy(storage, 0, 0, this.#length);
      this.#storage = storage;
    }
    chunk.copy(this.#storage, this.#length);
    this.#length = needed;
  }

  /** Forgets all that is held, and the memory of an unusually long reply. */
  clear(): void {
    this.#length = 0;
    if (this.#storage.length > LARGE) this.#storage = Buffer.allocUnsafe(INITIAL_CAPACITY);
  }
}
