/** Work that several callers wait for: it is done once, and given up only when none of them waits any more. */
export interface SharedWork<T> {
  /** Waits for the result, or rejects with the signal's reason. */
  wait(signal: AbortSignal | undefined): Promise<T>;
  /** It failed, or was given up: no use in waiting for it. */
  readonly isLost: boolean;
}

/** Starts the work. Its signal is aborted when the last caller leaves before the end. */
export function shareWork<T>(work: (signal: AbortSignal) => Promise<T>): SharedWork<T> {
  const abandonment = new AbortController();
  let state: 'under way' | 'done' | 'lost' = 'under way';
  let waiters = 0;
  const result = work(abandonment.signal);
  result.then(
    () => {
      state = 'done';
    },
    () => {
      state = 'lost';
    },
  );
  return {
    get isLost() {
      return state === 'lost';
    },
    async wait(signal) {
      signal?.throwIfAborted();
      waiters += 1;
      try {
        return await (signal ? orAborted(result, signal) : result);
      } finally {
        waiters -= 1;
        if (waiters === 0 && state === 'under way') {
          state = 'lost';
          abandonment.abort();
        }
      }
    },
  };
}

function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    const stay = () => signal.removeEventListener('abort', leave);
    signal.addEventListener('abort', leave, { once: true });
    result.then(resolve, reject).then(stay, stay);
  });
}
