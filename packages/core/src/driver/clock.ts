import { setTimeout as sleep } from 'node:timers/promises';

/** What time it is, and waiting: all that a driver may ask of time, so that a test can hand in a clock of its own. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number;
  /** Resolves after so many milliseconds. Rejects with the signal's reason once it is aborted. */
  sleep(ms: number, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

/** The longest that Node's timers wait; longer waits are several. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, { signal } = {}) => {
    for (let leftMs = ms; leftMs > 0; leftMs -= MAX_TIMER_MS) {
      await sleep(Math.min(leftMs, MAX_TIMER_MS), undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
  },
};
