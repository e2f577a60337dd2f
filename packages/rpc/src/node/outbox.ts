import type { Duplex } from 'node:stream';
import type { MessageHeader } from '../message/header.js';
import { writeMessage, writeRawMessage } from '../message/message.js';
import { XdrWriter } from '../xdr/writer.js';
import type { XdrType } from '../xdr/xdr-type.js';

/** What most connections ever send in one turn fits into so much. */
const FIRST_BYTES = 512;

/** So many bytes leave at once, rather than at the turn's end. */
const BATCH_BYTES = 64 * 1024;

/** A larger buffer than this isn't kept for the next turn. */
const KEPT_BYTES = 16 * 1024;

/** Messages on their way out: those of one turn of the event loop leave in one write, as one piece of memory. */
export class Outbox {
  readonly #stream: Duplex;
  readonly #flush = (): void => this.flush();
  #writer: XdrWriter | undefined;

  constructor(stream: Duplex) {
    this.#stream = stream;
  }

  /** How many bytes wait to be sent. */
  get unsentBytes(): number {
    return this.#stream.writableLength + (this.#writer?.length ?? 0);
  }

  /** @throws VirtError RPC when the value doesn't fit; then nothing is sent. */
  add<T>(header: MessageHeader, body: XdrType<T>, value: T): void {
    const writer = this.#open();
    writeMessage(writer, header, body, value);
    this.#added(writer);
  }

  /** @throws VirtError RPC when the payload is too long; then nothing is sent. */
  addRaw(header: MessageHeader, payload?: Uint8Array): void {
    const writer = this.#open();
    writeRawMessage(writer, header, payload);
    this.#added(writer);
  }

  /** Sends what waits for the turn's end. */
  flush(): void {
    const writer = this.#writer;
    if (writer === undefined || writer.length === 0) return;
    if (writer.capacity > KEPT_BYTES) {
      this.#writer = undefined;
      this.#stream.write(writer.bytes);
      return;
    }
    this.#stream.write(Buffer.from(writer.bytes));
    writer.truncate(0);
  }

  #open(): XdrWriter {
    this.#writer ??= new XdrWriter(FIRST_BYTES);
    if (this.#writer.length === 0) process.nextTick(this.#flush);
    return this.#writer;
  }

  #added(writer: XdrWriter): void {
    if (writer.length >= BATCH_BYTES) this.flush();
  }
}
