import type { Connection, ConnectOptions } from '@virtkit/core';
import { ConnectError } from './command-error.js';

/** The connection of a command line: opened when a command first needs it, closed at the end. */
export class LineConnection implements AsyncDisposable {
  readonly #uri: string;
  readonly #options: ConnectOptions;
  #opening: Promise<Connection> | undefined;

  constructor(uri: string, options: ConnectOptions) {
    this.#uri = uri;
    this.#options = options;
  }

  /** @throws ConnectError */
  readonly open = (): Promise<Connection> => {
    this.#opening ??= this.#connect();
    return this.#opening;
  };

  async #connect(): Promise<Connection> {
    try {
      // Loaded here: many a line, as one for help, needs no connection.
      const [{ connect }, { drivers }] = await Promise.all([import('@virtkit/core'), import('./drivers.js')]);
      return await connect(this.#uri, { drivers, ...this.#options });
    } catch (cause) {
      throw new ConnectError('failed to connect to the hypervisor', { cause });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const connection = await this.#opening?.catch(() => undefined);
    await connection?.close();
  }
}
