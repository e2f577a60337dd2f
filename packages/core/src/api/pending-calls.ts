import { setTimeout as sleep } from 'node:timers/promises';

/** How long a connection's end waits for functions of a driver that don't heed their signal. */
const LIMIT_MS = 10_000;

/** The calls that are under way on a connection. */
export class PendingCalls {
  #count = 0;
  #waiting: (() => void)[] = [];
  readonly #ended = (): void => {
    this.#count -= 1;
    if (this.#count === 0) for (const resume of this.#waiting.splice(0)) resume();
  };

  add<T>(call: Promise<T>): Promise<T> {
    this.#count += 1;
    call.then(this.#ended, this.#ended);
    return call;
  }

  /** Resolves once no call is under way: all of them have ended, in whatever way. */
  async settled(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** As {@link PendingCalls.settled}, but only so long as driver functions whose signal has aborted may take. */
  async ended(): Promise<void> {
    if (this.#count === 0) return;
    const waiting = new AbortController();
    const limit = sleep(LIMIT_MS, undefined, { signal: waiting.signal }).catch(() => {});
    await Promise.race([this.settled(), limit]);
    waiting.abort();
  }
}
