import { createServer, type Server, type Socket } from 'node:net';
import { QmpClient } from '../client/qmp-client.js';
import { type WaitOptions, withinLimit } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import type { ConnectOptions } from './connect-options.js';
import { greet, negotiate } from './handshake.js';

/** Where to listen: a UNIX socket, which is removed at the end, or a TCP port, 0 for any that is free. */
export type ListenAddress = { readonly path: string } | { readonly host?: string | undefined; readonly port: number };

interface Waiter {
  readonly resolve: (socket: Socket) => void;
  readonly reject: (error: QmpError) => void;
}

/** Waits for QEMU to connect, as it does with `-chardev socket,server=off`. Iterate over it, or accept one by one. */
export class MonitorListener implements AsyncIterable<QmpClient> {
  readonly #server: Server;
  readonly #options: ConnectOptions;
  readonly #arrived = new Set<Socket>();
  readonly #waiters = new Set<Waiter>();
  #endReason: QmpError | undefined;

  private constructor(options: ConnectOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#arrive(socket));
  }

  /**
   * Begins to listen.
   *
   * @param options Of each connection; its time limits count from when it is accepted.
   * @throws {@link QmpError} `LISTEN_FAILED`
   */
  static async listen(address: ListenAddress, options: ConnectOptions = {}): Promise<MonitorListener> {
    const listener = new MonitorListener(options);
    await new Promise<void>((resolve, reject) => {
      const fail = (cause: Error) => reject(new QmpError('LISTEN_FAILED', cause.message, { cause }));
      listener.#server.once('error', fail);
      listener.#server.listen(address, () => {
        listener.#server.off('error', fail).on('error', () => {});
        resolve();
      });
    });
    return listener;
  }

  /** The TCP port, or `undefined` on a UNIX socket. */
  get port(): number | undefined {
    const address = this.#server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  /**
   * The next QEMU that connects, negotiated.
   *
   * @throws {@link QmpError} `CONNECT_TIMEOUT`, `ABORTED`, `CLOSED`, and all that `QmpClient.connect` throws.
   */
  async accept(options: WaitOptions = {}): Promise<QmpClient> {
    const socket = await this.#next(options);
    const settings = { name: 'QEMU that connected', ...this.#options, signal: options.signal };
    const greeted = await greet(socket, settings);
    await negotiate(greeted, settings);
    return new QmpClient(greeted);
  }

  /** Accepts until the listener is closed. What goes wrong with one connection ends the iteration. */
  async *[Symbol.asyncIterator](): AsyncGenerator<QmpClient, undefined> {
    while (!this.#endReason) {
      try {
        yield await this.accept();
      } catch (error) {
        if (!QmpError.isInstance(error, 'CLOSED')) throw error;
      }
    }
  }

  /** Stops to listen. Clients that were accepted live on. */
  async close(): Promise<void> {
    const reason = new QmpError('CLOSED', 'the listener was closed');
    this.#endReason ??= reason;
    for (const waiter of this.#waiters) waiter.reject(reason);
    for (const socket of this.#arrived) socket.destroy();
    // The callback waits for the accepted clients, too, which is nobody's wish.
    this.#server.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #next({ signal, timeoutMs }: WaitOptions): Promise<Socket> {
    for (const socket of this.#arrived) {
      this.#arrived.delete(socket);
      return socket;
    }
    let stop = () => {};
    const arrival = new Promise<Socket>((resolve, reject) => {
      if (this.#endReason) throw this.#endReason;
      const waiter = { resolve, reject };
      this.#waiters.add(waiter);
      stop = () => this.#waiters.delete(waiter);
    });
    const late = () => new QmpError('CONNECT_TIMEOUT', `no QEMU connected within ${timeoutMs} ms`);
    return withinLimit(arrival, 'waiting for a QEMU to connect', { signal, timeoutMs }, late).finally(stop);
  }

  #arrive(socket: Socket): void {
    socket.on('error', () => {});
    for (const waiter of this.#waiters) {
      this.#waiters.delete(waiter);
      waiter.resolve(socket);
      return;
    }
    this.#arrived.add(socket);
    socket.once('close', () => this.#arrived.delete(socket));
  }
}
