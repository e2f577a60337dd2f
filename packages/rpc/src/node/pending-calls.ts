import { VirtError } from '@virtkit/errors';

export interface CallOptions {
  /** Aborting abandons the reply; the server finishes the call. */
  readonly signal?: AbortSignal | undefined;
  /** After this time the reply is abandoned. Default: never. */
  readonly timeoutMs?: number | undefined;
}

interface PendingCall<Reply> {
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/** The calls of a connection that wait for their replies, by serial. */
export class PendingCalls<Reply> {
  readonly #calls = new Map<number, PendingCall<Reply>>();
  /** The calls that each signal gives up: one listener a signal, as most calls share one that outlives them. */
  readonly #bySignal = new WeakMap<AbortSignal, Set<number>>();

  get size(): number {
    return this.#calls.size;
  }

  /**
   * Waits for the reply to `serial`.
   * @throws VirtError OPERATION_TIMEOUT, the signal's reason, or what {@link PendingCalls.reject} was given.
   */
  wait(serial: number, name: string, { signal, timeoutMs }: CallOptions): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (signal === undefined && timeoutMs === undefined) {
        this.#calls.set(serial, { resolve, reject });
        return;
      }
      const signalled = signal && this.#signalled(signal);
      const settle = (): void => {
        this.#calls.delete(serial);
        signalled?.delete(serial);
        clearTimeout(timer);
      };
      const onTimeout = (): void => {
        settle();
        reject(new VirtError('OPERATION_TIMEOUT', `no reply to ${name} within ${timeoutMs} ms`, { domain: 'RPC' }));
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
      signalled?.add(serial);
      this.#calls.set(serial, {
        resolve: (reply) => {
          settle();
          resolve(reply);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
    });
  }

  #signalled(signal: AbortSignal): Set<number> {
    const known = this.#bySignal.get(signal);
    if (known !== undefined) return known;
    const serials = new Set<number>();
    this.#bySignal.set(signal, serials);
    const giveUp = (): void => {
      for (const serial of serials) this.#calls.get(serial)?.reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    return serials;
  }

  /** Hands the reply to who waits for it; whether anybody does. */
  resolve(serial: number, reply: Reply): boolean {
    const call = this.#calls.get(serial);
    this.#calls.delete(serial);
    call?.resolve(reply);
    return call !== undefined;
  }

  /** Fails every call that waits. */
  rejectAll(error: unknown): void {
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const call of calls) call.reject(error);
  }
}
