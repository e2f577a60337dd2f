import { QmpClient } from '../client/qmp-client.js';
import { QmpError } from '../errors.js';
import type { Greeting } from '../wire/message.js';
import type { ConnectOptions } from './connect-options.js';
import { type GreetedSession, negotiate, openSession } from './handshake.js';
import type { MonitorTarget } from './monitor-target.js';

/**
 * A monitor that has greeted. It can do nothing but negotiate: commands exist on the client that comes of it. For those
 * who want to look at the greeting first; `QmpClient.connect` does both steps.
 */
export class GreetedMonitor {
  readonly #greeted: GreetedSession;
  readonly #options: ConnectOptions;

  /** @internal */
  constructor(greeted: GreetedSession, options: ConnectOptions) {
    this.#greeted = greeted;
    this.#options = options;
  }

  /** Who the server is, and what it offers. */
  get greeting(): Greeting {
    return this.#greeted.greeting;
  }

  /**
   * Negotiates, with the options that the monitor was opened with and these over them.
   *
   * @throws {@link QmpError} `NEGOTIATION_FAILED`, `NEGOTIATION_TIMEOUT`, `ABORTED`, `DISCONNECTED`, `PROTOCOL_ERROR`
   */
  async negotiate(options: Pick<ConnectOptions, 'signal' | 'outOfBand'> = {}): Promise<QmpClient> {
    await negotiate(this.#greeted, { ...this.#options, ...options });
    return new QmpClient(this.#greeted);
  }

  /** Leaves without negotiating. */
  async close(): Promise<void> {
    const { session } = this.#greeted;
    await session.end(new QmpError('CLOSED', `${session.name}: closed`));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/**
 * Connects to a monitor and waits for its greeting.
 *
 * @throws {@link QmpError} `CONNECT_FAILED`, `CONNECT_TIMEOUT`, `MONITOR_BUSY`, `ABORTED`, `DISCONNECTED`, `PROTOCOL_ERROR`
 */
export async function openMonitor(target: MonitorTarget, options: ConnectOptions = {}): Promise<GreetedMonitor> {
  return new GreetedMonitor(await openSession(target, options), options);
}
