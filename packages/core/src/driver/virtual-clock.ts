import { setImmediate as nextTurn } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import type { Clock } from './clock.js';

/** When a virtual clock begins unless told: 2001-09-09, a round number of seconds since 1970. */
const START_MS = 1_000_000_000_000;

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** How far it has been advanced, in ms. */
  readonly advancedMs: number;
  /**
   * Lets so many milliseconds go by. Who sleeps wakes when its time has come, one after the other, in the order of the
   * times and then of falling asleep; each goes on until it waits for something again before the next one wakes.
   * Advances that overlap take turns. An aborted one stops where it is, and rejects with the signal's reason.
   * @throws VirtError INVALID_ARG for what is no number of milliseconds
   */
  advance(ms: number, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

interface Sleeper {
  readonly dueMs: number;
  wake(): void;
}

/** Whether the clock is one that is told to go on. */
export function isVirtualClock(clock: Clock): clock is VirtualClock {
  return 'advance' in clock;
}

/** Makes a clock that stands at `startMs` since 1970. */
export function virtualClock({ startMs = START_MS }: { readonly startMs?: number } = {}): VirtualClock {
  let nowMs = startMs;
  let turn: Promise<void> = Promise.resolve();
  const sleepers = new Set<Sleeper>();

  const nextDue = (untilMs: number): Sleeper | undefined => {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) if (sleeper.dueMs < (next?.dueMs ?? Infinity)) next = sleeper;
    return next !== undefined && next.dueMs <= untilMs ? next : undefined;
  };
  const run = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
    // What was called before the advance comes to its sleep first.
    await nextTurn();
    const untilMs = nowMs + ms;
    for (let next = nextDue(untilMs); next !== undefined; next = nextDue(untilMs)) {
      signal?.throwIfAborted();
      nowMs = Math.max(nowMs, next.dueMs);
      next.wake();
      await nextTurn();
    }
    signal?.throwIfAborted();
    nowMs = untilMs;
  };
  return {
    now: () => nowMs,
    get advancedMs() {
      return nowMs - startMs;
    },
    sleep: (ms, { signal } = {}) => asleep(sleepers, nowMs + ms, signal),
    advance: async (ms, { signal } = {}) => {
      if (!(ms >= 0 && nowMs + ms <= Number.MAX_SAFE_INTEGER)) {
        throw new VirtError('INVALID_ARG', `a clock can't be advanced by ${ms} ms`);
      }
      const advance = turn.then(() => run(ms, signal));
      turn = advance.catch(() => {});
      await advance;
    },
  };
}

function asleep(sleepers: Set<Sleeper>, dueMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const end = (settle: () => void) => (): void => {
      sleepers.delete(sleeper);
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const sleeper = { dueMs, wake: end(resolve) };
    const abort = end(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort);
    sleepers.add(sleeper);
  });
}
