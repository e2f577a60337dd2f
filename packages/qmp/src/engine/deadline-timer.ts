/** The longest that a timer of Node takes. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * One timer for many deadlines: it fires at the earliest, and asks when to fire next. A deadline that became void costs
 * nothing, so that commands which are answered at once never touch a timer.
 */
export class DeadlineTimer {
  readonly #expire: (now: number) => number;
  #timer: NodeJS.Timeout | undefined;
  #firesAt = Number.POSITIVE_INFINITY;

  /** @param expire Ends what is due at `now`; returns when the next is due, or `Infinity`. */
  constructor(expire: (now: number) => number) {
    this.#expire = expire;
  }

  /** Makes sure that the timer fires at `at` or before, on the clock of `performance.now()`. */
  expectAt(at: number): void {
    if (at >= this.#firesAt) return;
    clearTimeout(this.#timer);
    this.#firesAt = at;
    // A millisecond more, for timers may fire a little before their time.
    const delayMs = Math.max(0, at - performance.now()) + 1;
    this.#timer = setTimeout(() => this.#fire(at), Math.min(delayMs, MAX_DELAY_MS));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#firesAt = Number.POSITIVE_INFINITY;
  }

  #fire(at: number): void {
    const now = performance.now();
    this.#firesAt = Number.POSITIVE_INFINITY;
    this.expectAt(now < at ? at : this.#expire(now));
  }
}
