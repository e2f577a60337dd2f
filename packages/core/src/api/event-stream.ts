/** How many events wait for a slow reader; beyond, the oldest are dropped and counted. */
const LIMIT = 10_000;

/**
 * Events in the order of their arrival, for one reader: `for await (const event of stream)`. Leaving the loop, `close`
 * or `await using` ends the registration. If the connection is lost, the loop throws the reason once it has read the rest.
 */
export class EventStream<T> implements AsyncIterableIterator<T>, AsyncDisposable {
  readonly #buffer: T[] = [];
  readonly #deregister: () => Promise<void>;
  #waiting: (() => void)[] = [];
  #ended = false;
  #reason: Error | undefined;
  #dropped = 0;

  /** @internal */
  constructor(deregister: () => Promise<void>) {
    this.#deregister = deregister;
  }

  /** How many events a slow reader has lost. */
  get dropped(): number {
    return this.#dropped;
  }

  /** @internal */
  push(event: T): void {
    if (this.#ended) return;
    this.#buffer.push(event);
    if (this.#buffer.length > LIMIT) {
      this.#buffer.shift();
      this.#dropped++;
    }
    this.#wakeAll();
  }

  /** @internal */
  end(reason?: Error): void {
    this.#ended = true;
    this.#reason = reason;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    while (this.#buffer.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const [event] = this.#buffer.splice(0, 1);
    if (event !== undefined) return { done: false, value: event };
    if (this.#reason !== undefined) throw this.#reason;
    return { done: true, value: undefined };
  }

  /** Ends the registration; what was read so far stays read. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.end();
    await this.#deregister();
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    await this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
