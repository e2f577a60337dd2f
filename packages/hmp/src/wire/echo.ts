const CURSOR_LEFT = Buffer.from('\x1b[D', 'latin1');
const KILL_TO_END = Buffer.from('\x1b[K', 'latin1');
const NEWLINE = Buffer.from('\r\n', 'latin1');
const MASK = '*'.charCodeAt(0);

/** Per typed byte: the way back to the line's start, the line so far, and the erasure of the rest. */
const PIECES_PER_BYTE = 3;

/**
 * Walks the monitor's echo of one typed line. For its i-th byte the monitor sends i - 1 times ESC [ D, the first i bytes,
 * ESC [ K; for Enter CR LF: 2n² + 2n + 2 bytes for n typed ones, 33.5 MB for the longest line. So the echo is compared
 * piece by piece and never built.
 */
export class EchoWalk {
  readonly #line: Buffer;
  readonly #back: Buffer;
  #piece = 0;
  #within = 0;

  /** @param line What was typed, less Enter. @param masked Whether the monitor echoes asterisks (a password). */
  constructor(line: Buffer, { masked = false } = {}) {
    this.#line = masked ? Buffer.alloc(line.length, MASK) : line;
    this.#back = Buffer.alloc(line.length * CURSOR_LEFT.length, CURSOR_LEFT);
  }

  /** Whether the whole echo was seen. */
  get isDone(): boolean {
    return this.#piece > this.#line.length * PIECES_PER_BYTE;
  }

  /**
   * Compares `bytes` from `offset` on with what of the echo is still to come.
   *
   * @returns The offset behind what was compared, or undefined if the bytes aren't the echo.
   */
  match(bytes: Buffer, offset: number): number | undefined {
    let at = offset;
    while (!this.isDone && at < bytes.length) {
      const piece = this.#pieceBytes();
      const length = Math.min(piece.length - this.#within, bytes.length - at);
      if (bytes.compare(piece, this.#within, this.#within + length, at, at + length) !== 0) return undefined;
      at += length;
      this.#within += length;
      if (this.#within === piece.length) {
        this.#within = 0;
        this.#piece += 1;
      }
    }
    return at;
  }

  #pieceBytes(): Buffer {
    const before = Math.floor(this.#piece / PIECES_PER_BYTE);
    if (before === this.#line.length) return NEWLINE;
    const kind = this.#piece % PIECES_PER_BYTE;
    if (kind === 0) return this.#back.subarray(0, before * CURSOR_LEFT.length);
    return kind === 1 ? this.#line.subarray(0, before + 1) : KILL_TO_END;
  }
}

/** The whole echo of a short `line`, Enter included. */
export function echoOf(line: Buffer): Buffer {
  const rows = Array.from(line, (_, before) => [
    Buffer.alloc(before * CURSOR_LEFT.length, CURSOR_LEFT),
    line.subarray(0, before + 1),
    KILL_TO_END,
  ]);
  return Buffer.concat([...rows.flat(), NEWLINE]);
}
