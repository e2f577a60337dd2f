const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls `onTimeout` after `timeoutMs`; never, if that is more than a timer can wait (24.8 days).
 *
 * @returns What stops it.
 */
export function startTimeLimit(timeoutMs: number, onTimeout: () => void): () => void {
  if (timeoutMs > LONGEST_TIMER_MS) return () => {};
  const timer = setTimeout(onTimeout, timeoutMs);
  return () => clearTimeout(timer);
}
