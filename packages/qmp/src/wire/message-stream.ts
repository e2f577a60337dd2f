import type { Duplex } from 'node:stream';
import { QmpError } from '../errors.js';
import type { JsonValue } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { LineFramer } from './line-framer.js';

/** Where a {@link MessageStream} delivers. */
export interface MessageReceiver {
  /** Called whenever bytes arrived, before what they complete. */
  heard(): void;
  /** Says what of a text is the message, or `undefined` to pass over it. All of it, where this is left out. */
  select?(text: string): string | undefined;
  /** Called for each message, in order. What it throws ends the stream. */
  message(message: JsonValue, text: string): void;
  /** Called once, after the last message, with why there will be no more. */
  finish(reason: QmpError): void;
}

export interface MessageStreamSettings {
  /** How error messages call the other side, such as `/run/monitor.sock`. */
  readonly name: string;
  readonly maxMessageLength: number;
}

/** JSON messages over a duplex stream of bytes. Whatever arrives ends in messages or in one typed reason. */
export class MessageStream {
  readonly name: string;
  readonly #stream: Duplex;
  readonly #framer: LineFramer;
  readonly #receiver: MessageReceiver;
  readonly #closed: Promise<void>;
  #outgoing = '';
  #isEnded = false;

  constructor(stream: Duplex, receiver: MessageReceiver, { name, maxMessageLength }: MessageStreamSettings) {
    this.name = name;
    this.#stream = stream;
    this.#receiver = receiver;
    this.#framer = new LineFramer(maxMessageLength);
    this.#closed = new Promise((resolve) => {
      if (stream.closed) resolve();
      else stream.once('close', () => resolve());
    });
    stream.on('data', (chunk: Uint8Array | string) => this.#receive(chunk));
    stream.on('error', (error) => this.#disconnected(error));
    stream.once('end', () => this.#disconnected());
    stream.once('close', () => this.#disconnected());
    if (stream.destroyed || stream.readableEnded) queueMicrotask(() => this.#disconnected(stream.errored));
  }

  /** Settles when the stream has let go of its resources. */
  get closed(): Promise<void> {
    return this.#closed;
  }

  /** Sends the text of a message. What one turn of the event loop sends leaves in one write. */
  send(text: string): void {
    if (this.#isEnded) return;
    if (this.#outgoing === '') queueMicrotask(() => this.flush());
    this.#outgoing += text;
  }

  /** Sends the byte that is in no text: it makes the server forget half a message that it may have. */
  sendReset(): void {
    this.flush();
    if (!this.#isEnded) this.#stream.write(Uint8Array.of(0xff));
  }

  /** Hands what {@link send} gathered to the stream at once. */
  flush(): void {
    const text = this.#outgoing;
    this.#outgoing = '';
    if (text !== '' && !this.#isEnded) this.#stream.write(text);
  }

  /** Closes the stream, and tells the receiver `reason`. */
  end(reason: QmpError): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stream.destroy();
    this.#receiver.finish(reason);
  }

  #receive(chunk: Uint8Array | string): void {
    if (this.#isEnded) return;
    this.#receiver.heard();
    try {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      this.#framer.push(bytes, (text) => this.#deliver(text));
    } catch (error) {
      this.end(QmpError.isInstance(error) ? error : this.#protocolError('unreadable input', error));
    }
  }

  #deliver(text: string): void {
    const message = this.#receiver.select ? this.#receiver.select(text) : text;
    if (message !== undefined && !this.#isEnded) this.#receiver.message(this.#parse(message), message);
  }

  #parse(text: string): JsonValue {
    try {
      return parseJson(text);
    } catch (cause) {
      throw this.#protocolError(`no JSON: ${JSON.stringify(text.slice(0, 80))}`, cause);
    }
  }

  #protocolError(what: string, cause: unknown): QmpError {
    return new QmpError('PROTOCOL_ERROR', `${this.name}: ${what}`, { cause });
  }

  #disconnected(cause?: Error | null): void {
    const where = this.#framer.isInsideMessage ? ', in the middle of a message' : '';
    const why = cause ? `: ${cause.message}` : '';
    this.end(new QmpError('DISCONNECTED', `${this.name}: the server closed the connection${where}${why}`, { cause }));
  }
}
