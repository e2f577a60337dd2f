import { VirtError } from '@virtkit/errors';
import type { MessageStatus } from '../message/header.js';
import { LIMITS } from '../message/limits.js';
import type { StreamHole } from '../message/stream-hole.js';

/** What flows in a stream: bytes, or a hole in a sparse one. */
export type StreamPiece = Uint8Array | StreamHole;

/** Above this many unread bytes a stream holds its connection. */
const UNREAD_BYTES = 4 * 1024 * 1024;

/** What a piece costs beside its bytes. */
const PIECE_BYTES = 64;

/** What a stream needs of its connection; the two sides end a stream with different words. */
export interface StreamWire {
  /** Sends a `stream` message; without a payload it has none. */
  send(status: MessageStatus, payload?: Uint8Array): void;
  sendHole(hole: StreamHole): void;
  /** Sends `stream` with status error; the server says which. */
  sendError(error: VirtError): void;
  drained(): Promise<void>;
  hold(holder: object): void;
  letGo(holder: object): void;
  /** The stream is over: no message of it is of interest any more. */
  forget(): void;
}

interface Waiter {
  resolve(): void;
  reject(error: VirtError): void;
}

/**
 * A stream of bytes that follows a call, in one direction or both. Reading is iteration, at the reader's pace: what
 * isn't read stays with the peer, once a few megabytes wait here. Every stream must be finished or aborted.
 */
export class RpcStream implements AsyncIterable<Uint8Array> {
  readonly #wire: StreamWire;
  readonly #side: 'client' | 'server';
  readonly #pieces: StreamPiece[] = [];
  #unreadBytes = 0;
  #readers: Waiter[] = [];
  #finishers: Waiter[] = [];
  /** The peer sends no more data. */
  #isEnded = false;
  /** The peer said that the stream is finished. */
  #isConfirmed = false;
  #hasFinished = false;
  #isOver = false;
  #error: VirtError | undefined;

  constructor(side: 'client' | 'server', wire: StreamWire) {
    this.#side = side;
    this.#wire = wire;
  }

  /** The bytes that the peer sends, holes filled with zeros. Leaving the loop early aborts the stream. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, void> {
    for await (const piece of this.pieces()) {
      if (piece instanceof Uint8Array) yield piece;
      else yield* zeros(piece.length);
    }
  }

  /** What the peer sends, with its holes. Leaving the loop early aborts the stream. */
  async *pieces(): AsyncGenerator<StreamPiece, void, void> {
    let isComplete = false;
    try {
      for (;;) {
        const piece = this.#pieces.shift();
        if (piece !== undefined) {
          this.#account(-sizeOf(piece));
          yield piece;
          continue;
        }
        if (this.#error !== undefined) throw this.#error;
        if (this.#isEnded || this.#isOver) break;
        await new Promise<void>((resolve, reject) => this.#readers.push({ resolve, reject }));
      }
      isComplete = true;
    } finally {
      if (!isComplete) this.abort();
    }
  }

  /**
   * Sends bytes; resolves when the connection takes more.
   * @throws VirtError as the peer told, if it has aborted; INVALID_STREAM after {@link RpcStream.finish}.
   */
  async write(bytes: Uint8Array): Promise<void> {
    for (let offset = 0; offset < bytes.length; offset += LIMITS.streamChunk) {
      this.#checkWritable();
      this.#wire.send('continue', bytes.subarray(offset, offset + LIMITS.streamChunk));
      await this.#wire.drained();
    }
    this.#checkWritable();
  }

  /** Sends a hole of so many bytes, on a stream that was opened as sparse. @throws VirtError like `write`. */
  async writeHole(lengthBytes: bigint): Promise<void> {
    this.#checkWritable();
    this.#wire.sendHole({ length: lengthBytes, flags: 0 });
    await this.#wire.drained();
  }

  /**
   * Says that our data are complete and waits until the peer confirms that it has dealt with them; what it still sends
   * meanwhile is dropped. @throws VirtError as the peer told, if it couldn't.
   */
  async finish(): Promise<void> {
    if (this.#error !== undefined) throw this.#error;
    if (this.#isOver) return;
    if (!this.#hasFinished) {
      this.#hasFinished = true;
      this.#drop();
      if (this.#side === 'client') this.#wire.send('ok');
      else if (!this.#isConfirmed) this.#wire.send('continue');
    }
    if (!this.#isConfirmed) {
      await new Promise<void>((resolve, reject) => this.#finishers.push({ resolve, reject }));
    }
    if (this.#side === 'server' && !this.#isOver) this.#wire.send('ok');
    this.#end();
  }

  /** Gives the stream up: the peer is told, and reading, writing and finishing fail. */
  abort(reason?: VirtError): void {
    if (this.#isOver) return;
    const error = reason ?? new VirtError('OPERATION_ABORTED', 'the stream was aborted', { domain: 'STREAMS' });
    this.#wire.sendError(error);
    this.fail(error);
  }

  /** Takes what the peer sent; called by the connection alone. */
  take(status: MessageStatus, piece: StreamPiece, error: VirtError | undefined): void {
    if (this.#isOver) return;
    if (status === 'error') {
      const aborted = new VirtError('RPC', 'stream aborted at client request', { domain: 'RPC' });
      // libvirt's clients wait for this confirmation when they abort.
      if (this.#side === 'server') this.#wire.send('ok');
      this.fail(error ?? aborted);
      return;
    }
    if (status === 'ok') {
      this.#isConfirmed = true;
      this.#isEnded = true;
    } else if (piece instanceof Uint8Array && piece.length === 0) {
      this.#isEnded = true;
    } else if (!this.#hasFinished) {
      this.#pieces.push(piece);
      this.#account(sizeOf(piece));
    }
    wake(this.#readers.splice(0));
    if (this.#isConfirmed) wake(this.#finishers.splice(0));
  }

  /** Ends the stream because of `error`, without a word to the peer; called by the connection alone. */
  fail(error: VirtError): void {
    if (this.#isOver) return;
    this.#error = error;
    this.#drop();
    this.#end();
    for (const waiter of [...this.#readers.splice(0), ...this.#finishers.splice(0)]) waiter.reject(error);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#isEnded = true;
    this.#wire.letGo(this);
    this.#wire.forget();
    wake(this.#readers.splice(0));
  }

  #drop(): void {
    this.#pieces.length = 0;
    this.#account(-this.#unreadBytes);
  }

  #account(bytes: number): void {
    this.#unreadBytes += bytes;
    if (this.#unreadBytes > UNREAD_BYTES) this.#wire.hold(this);
    else if (this.#unreadBytes <= UNREAD_BYTES / 2) this.#wire.letGo(this);
  }

  #checkWritable(): void {
    if (this.#error !== undefined) throw this.#error;
    if (this.#isOver || this.#hasFinished) {
      throw new VirtError('INVALID_STREAM', 'the stream is finished', { domain: 'STREAMS' });
    }
  }
}

function wake(waiters: readonly Waiter[]): void {
  for (const { resolve } of waiters) resolve();
}

/** What a piece costs in memory; a hole is small, however long it is. */
function sizeOf(piece: StreamPiece): number {
  return PIECE_BYTES + (piece instanceof Uint8Array ? piece.length : 0);
}

function* zeros(lengthBytes: bigint): Generator<Uint8Array, void, void> {
  for (let left = lengthBytes; left > 0n; ) {
    const count = left < BigInt(LIMITS.streamChunk) ? Number(left) : LIMITS.streamChunk;
    yield new Uint8Array(count);
    left -= BigInt(count);
  }
}
