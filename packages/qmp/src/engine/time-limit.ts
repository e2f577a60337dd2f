import { QmpError } from '../errors.js';
import { DeadlineTimer } from './deadline-timer.js';
import { SharedAborts } from './shared-aborts.js';

/** How long a caller is willing to wait. */
export interface WaitOptions {
  /** Ends the wait with `ABORTED`. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the wait in so many milliseconds. 0 and `Infinity` mean never. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Whether a time limit is one: 0 and `Infinity` are none.
 *
 * @throws {@link QmpError} `INVALID_ARGUMENT` where it is negative or no number.
 */
export function isLimited(timeoutMs: number): boolean {
  if (Number.isNaN(timeoutMs) || timeoutMs < 0) {
    throw new QmpError('INVALID_ARGUMENT', `timeoutMs must not be negative, but is ${timeoutMs}`);
  }
  return timeoutMs > 0 && timeoutMs !== Number.POSITIVE_INFINITY;
}

/** The error of a wait that its signal ended. */
export function abortError(what: string, signal: AbortSignal): QmpError {
  return new QmpError('ABORTED', `${what} was aborted`, { cause: signal.reason });
}

/**
 * Settles as `promise` does, unless the signal or the time ends the wait before: then it rejects, and what becomes of
 * `promise` later is nobody's concern.
 *
 * @param what Names the wait in errors, such as `connecting to /run/monitor.sock`.
 * @param aborts Of many waits for which one signal may serve.
 */
export async function withinLimit<Value>(
  promise: Promise<Value>,
  what: string,
  { signal, timeoutMs = 0 }: WaitOptions,
  timeoutError: () => QmpError,
  aborts = new SharedAborts(),
): Promise<Value> {
  promise.catch(() => {});
  if (signal?.aborted) throw abortError(what, signal);
  let stop = () => {};
  const limit = new Promise<never>((_, reject) => {
    const timer = new DeadlineTimer(() => {
      reject(timeoutError());
      return Number.POSITIVE_INFINITY;
    });
    if (isLimited(timeoutMs)) timer.expectAt(performance.now() + timeoutMs);
    const unlisten = signal && aborts.listen(signal, () => reject(abortError(what, signal)));
    stop = () => {
      timer.stop();
      unlisten?.();
    };
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    stop();
  }
}
