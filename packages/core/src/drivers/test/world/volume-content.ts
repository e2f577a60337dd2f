/** What is kept at a time, and sent. */
const BLOCK_BYTES = 64 * 1024;

/** The bytes of a volume: zeros, but where something was written. Only that takes memory. */
export class VolumeContent {
  readonly #blocks: Map<number, Buffer>;

  /** @param source what it begins as a copy of */
  constructor(source?: VolumeContent) {
    const blocks = source === undefined ? [] : [...source.#blocks];
    this.#blocks = new Map(blocks.map(([number, block]) => [number, Buffer.from(block)]));
  }

  write(offset: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const number = Math.floor((offset + done) / BLOCK_BYTES);
      const start = (offset + done) % BLOCK_BYTES;
      const block = this.#blocks.get(number) ?? Buffer.alloc(BLOCK_BYTES);
      this.#blocks.set(number, block);
      const piece = bytes.subarray(done, done + BLOCK_BYTES - start);
      block.set(piece, start);
      done += piece.length;
    }
  }

  /** The bytes from one offset to before another, piece by piece. */
  *read(from: number, to: number): Generator<Buffer, void, void> {
    for (let offset = from; offset < to; ) {
      const start = offset % BLOCK_BYTES;
      const length = Math.min(BLOCK_BYTES - start, to - offset);
      const block = this.#blocks.get(Math.floor(offset / BLOCK_BYTES));
      yield block === undefined ? Buffer.alloc(length) : Buffer.from(block.subarray(start, start + length));
      offset += length;
    }
  }
}
