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
  readonly signal: AbortSignal | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** The calls of a connection that wait for their replies, by serial. */
export class PendingCalls<Reply> {
  readonly #calls = new Map<number, PendingCall<Reply>>();
  /** The calls that each signal gives up: one listener a signal, as most calls share one that outlives them. */
  readonly #bySignal = new WeakMap<AbortSignal, Set<number>>();

  /**
   * Waits for the reply to `serial`.
   * @throws VirtError OPERATION_TIMEOUT, the signal's reason, or what {@link PendingCalls.rejectAll} was given.
   */
  wait(serial: number, name: string, { signal, timeoutMs }: CallOptions): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const call: PendingCall<Reply> = { resolve, reject, signal, timer: undefined };
      this.#calls.set(serial, call);
      if (signal !== undefined) this.#signalled(signal).add(serial);
      if (timeoutMs === undefined) return;
      call.timer = setTimeout(() => {
        const error = new VirtError('OPERATION_TIMEOUT', `no reply to ${name} within ${timeoutMs} ms`, {
          domain: 'RPC',
        });
        this.#take(serial)?.reject(error);
      }, timeoutMs);
    });
  }

  #signalled(signal: AbortSignal): Set<number> {
    const known = this.#bySignal.get(signal);
    if (known !== undefined) return known;
    const serials = new Set<number>();
    this.#bySignal.set(signal, serials);
    const giveUp = (): void => {
      for (const serial of serials) this.#take(serial)?.reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    return serials;
  }

  /** Hands the reply to who waits for it; whether anybody does. */
  resolve(serial: number, reply: Reply): boolean {
    const call = this.#take(serial);
    call?.resolve(reply);
    return call !== undefined;
  }

  /** Fails every call that waits. */
  rejectAll(error: unknown): void {
    for (const serial of [...this.#calls.keys()]) this.#take(serial)?.reject(error);
  }

  #take(serial: number): PendingCall<Reply> | undefined {
    const call = this.#calls.get(serial);
    if (call === undefined) return undefined;
    this.#calls.delete(serial);
    if (call.signal !== undefined) this.#bySignal.get(call.signal)?.delete(serial);
    if (call.timer !== undefined) clearTimeout(call.timer);
    return call;
  }
}
