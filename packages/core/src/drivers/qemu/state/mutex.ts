import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';

/**
 * Lets one action at a time run, in the order of asking. Waiting ends after `timeoutMs`, so that a hung emulator blocks
 * nobody for ever.
 */
export class Mutex {
  /** Settles when all who asked are done; undefined if they are. */
  #last: Promise<void> | undefined;
  readonly #what: string;
  readonly #timeoutMs: number;

  /** @param what names the lock in the error: `state change lock of domain 'web'` */
  constructor(what: string, timeoutMs: number) {
    this.#what = what;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws VirtError OPERATION_TIMEOUT if the lock isn't to be had in time */
  async run<T>(signal: AbortSignal, action: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const { promise: done, resolve: release } = withResolvers();
    const last = before === undefined ? done : before.then(() => done);
    this.#last = last;
    void last.then(() => {
      if (this.#last === last) this.#last = undefined;
    });
    try {
      signal.throwIfAborted();
      if (before !== undefined) await this.#turn(before, signal);
      return await action();
    } finally {
      release();
    }
  }

  async #turn(before: Promise<void>, signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const timeout = sleep(this.#timeoutMs, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).then(
      () => {
        throw new VirtError('OPERATION_TIMEOUT', `cannot acquire ${this.#what}`, { domain: 'QEMU' });
      },
    );
    try {
      await Promise.race([before, timeout]);
    } finally {
      waiting.abort();
      timeout.catch(() => {});
    }
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
