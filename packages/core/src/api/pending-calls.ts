import { setTimeout as sleep } from 'node:timers/promises';

/** How long a connection's end waits for functions of a driver that don't heed their signal. */
const LIMIT_MS = 10_000;

/** The calls that are under way on a connection. */
export class PendingCalls {
  readonly #calls = new Set<Promise<unknown>>();

  add<T>(call: Promise<T>): Promise<T> {
    const settled: Promise<unknown> = call.then(
      () => this.#calls.delete(settled),
      () => this.#calls.delete(settled),
    );
    this.#calls.add(settled);
    return call;
  }

  /** Waits until all of them have ended, in whatever way. */
  async ended(): Promise<void> {
    const waiting = new AbortController();
    const limit = sleep(LIMIT_MS, undefined, { signal: waiting.signal }).catch(() => {});
    await Promise.race([Promise.all(this.#calls), limit]);
    waiting.abort();
  }
}
