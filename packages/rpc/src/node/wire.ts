import type { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import { FrameSplitter } from '../message/frame-splitter.js';
import type { MessageHeader } from '../message/header.js';
import { decodeMessage, type Message } from '../message/message.js';
import { keepaliveProgram } from '../programs.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { Keepalive, type KeepaliveOptions } from './keepalive.js';
import { Outbox } from './outbox.js';

const { ping, pong } = keepaliveProgram.events;

/** Above this many unsent bytes a sender should wait. */
const UNSENT_BYTES = 1024 * 1024;

/** How long a peer may take to read the last words. */
const FAREWELL_MS = 2000;

/** What a {@link Wire} tells its owner. */
export interface WireOwner {
  /** Each message but the signs of life. What it throws closes the wire. */
  received(message: Message): void;
  /** Once, when nothing more will come; with the reason, unless the owner closed it. */
  closed(error: VirtError | undefined): void;
}

export interface WireOptions {
  /** The longest message taken, in bytes. */
  readonly maxMessageBytes?: number | undefined;
  /** Told whenever the bytes held of unfinished messages change; what it throws closes the wire. */
  readonly buffered?: ((changeBytes: number) => void) | undefined;
}

/** Messages over a byte stream: both client and server have one for each connection. */
export class Wire {
  readonly #stream: Duplex;
  readonly #owner: WireOwner;
  readonly #splitter: FrameSplitter;
  readonly #outbox: Outbox;
  readonly #buffered: ((changeBytes: number) => void) | undefined;
  readonly #holders = new Set<object>();
  #keepalive: Keepalive | undefined;
  #draining: Promise<void> | undefined;
  #isClosed = false;

  constructor(stream: Duplex, owner: WireOwner, { maxMessageBytes, buffered }: WireOptions = {}) {
    this.#stream = stream;
    this.#owner = owner;
    this.#splitter = new FrameSplitter(maxMessageBytes);
    this.#outbox = new Outbox(stream);
    this.#buffered = buffered;
    stream.on('data', ({ buffer, byteOffset, byteLength }: Uint8Array) =>
      this.#take(new Uint8Array(buffer, byteOffset, byteLength)),
    );
    stream.on('end', () => this.close(endOfFile()));
    stream.on('close', () => this.close(endOfFile()));
    stream.on('error', (cause) => this.close(broken(cause)));
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** How many bytes wait to be sent. */
  get unsentBytes(): number {
    return this.#outbox.unsentBytes;
  }

  set maxMessageBytes(bytes: number) {
    this.#splitter.maxBytes = bytes;
  }

  /** Sends a message. A closed wire ignores it. @throws VirtError RPC when the value doesn't fit; then nothing is sent. */
  send<T>(header: MessageHeader, body: XdrType<T>, value: T): void {
    if (!this.#isClosed) this.#outbox.add(header, body, value);
  }

  /** Sends a message whose body is `payload` as it stands. A closed wire ignores it. */
  sendRaw(header: MessageHeader, payload?: Uint8Array): void {
    if (!this.#isClosed) this.#outbox.addRaw(header, payload);
  }

  /** Whether a sender should wait for {@link Wire.drained}. */
  get isFull(): boolean {
    return !this.#isClosed && this.#outbox.unsentBytes > UNSENT_BYTES;
  }

  /** Resolves once little enough waits to be sent, or the wire is closed. */
  async drained(): Promise<void> {
    while (this.isFull) {
      this.#draining ??= this.#nextDrain();
      await this.#draining;
    }
  }

  #nextDrain(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#stream.off('drain', done);
        this.#stream.off('close', done);
        this.#draining = undefined;
        resolve();
      };
      this.#stream.on('drain', done);
      this.#stream.on('close', done);
    });
  }

  /** Stops reading until every holder has let go. */
  hold(holder: object): void {
    this.#holders.add(holder);
    this.#stream.pause();
  }

  letGo(holder: object): void {
    if (!this.#holders.delete(holder) || this.#holders.size > 0 || this.#isClosed) return;
    this.#stream.resume();
  }

  /** Asks for signs of life from now on. */
  keepAlive(options: KeepaliveOptions): void {
    this.#keepalive?.stop();
    this.#keepalive = new Keepalive(options, {
      ping: () => this.#sendSign(ping.number),
      isWaiting: () => this.#holders.size === 0,
      expired: (error) => this.close(error),
    });
  }

  /** Closes at once; what was sent before still leaves, if the peer takes it. */
  close(error?: VirtError): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#outbox.flush();
    this.#keepalive?.stop();
    if (this.#splitter.pendingBytes > 0) this.#buffered?.(-this.#splitter.pendingBytes);
    if (this.#stream.readableEnded && this.unsentBytes === 0) this.#stream.destroy();
    else this.#bidFarewell();
    this.#owner.closed(error);
  }

  /** Disconnects once the peer has taken what was sent, or has had the time to. */
  #bidFarewell(): void {
    this.#stream.resume();
    const timer = setTimeout(() => this.#stream.destroy(), FAREWELL_MS).unref();
    this.#stream.end(() => {
      clearTimeout(timer);
      this.#stream.destroy();
    });
  }

  /** Closes at once and drops what wasn't sent. */
  destroy(error?: VirtError): void {
    this.close(error);
    this.#stream.destroy();
  }

  #take(chunk: Uint8Array): void {
    if (this.#isClosed) return;
    this.#keepalive?.heard();
    const before = this.#splitter.pendingBytes;
    try {
      for (const frame of this.#splitter.push(chunk)) {
        this.#receive(decodeMessage(frame));
        if (this.#isClosed) return;
      }
      const change = this.#splitter.pendingBytes - before;
      if (change !== 0) this.#buffered?.(change);
    } catch (error) {
      this.close(VirtError.isInstance(error) ? error : broken(error));
    }
  }

  #receive(message: Message): void {
    if (message.program !== keepaliveProgram.number) this.#owner.received(message);
    else if (message.procedure === ping.number) this.#sendSign(pong.number);
  }

  #sendSign(procedure: number): void {
    const { number, version } = keepaliveProgram;
    this.sendRaw({ program: number, version, procedure, type: 'message', serial: 0, status: 'ok' });
  }
}

function endOfFile(): VirtError {
  return new VirtError('SYSTEM_ERROR', 'End of file while reading data: Input/output error', { domain: 'RPC' });
}

function broken(cause: unknown): VirtError {
  if (VirtError.isInstance(cause)) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new VirtError('SYSTEM_ERROR', `Cannot recv data: ${detail}`, { domain: 'RPC', cause });
}
