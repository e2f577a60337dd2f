import { QmpError } from '../errors.js';

/** How long a caller is willing to wait. */
export interface WaitOptions {
  /** Ends the wait with `ABORTED`. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the wait in so many milliseconds. 0 and `Infinity` mean never. */
  readonly timeoutMs?: number | undefined;
}

/** The longest delay that a timer of Node takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Whether a time limit is one: a positive finite number. */
export function isLimited(timeoutMs: number): boolean {
  if (Number.isNaN(timeoutMs) || timeoutMs < 0) {
    throw new QmpError('INVALID_ARGUMENT', `timeoutMs must not be negative, but is ${timeoutMs}`);
  }
  return timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS;
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
 */
export async function withinLimit<Value>(
  promise: Promise<Value>,
  what: string,
  { signal, timeoutMs = 0 }: WaitOptions,
  timeoutError: () => QmpError,
): Promise<Value> {
  promise.catch(() => {});
  if (signal?.aborted) throw abortError(what, signal);
  let stop = () => {};
  const limit = new Promise<never>((_, reject) => {
    const timer = isLimited(timeoutMs) ? setTimeout(() => reject(timeoutError()), timeoutMs) : undefined;
    const abort = () => signal && reject(abortError(what, signal));
    signal?.addEventListener('abort', abort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    stop();
  }
}
