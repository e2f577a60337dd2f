interface Shared {
  readonly listeners: Set<() => void>;
  readonly abort: () => void;
}

/** Listens to each signal once, for however many it is for: Node warns of a leak where a signal has over ten listeners. */
export class SharedAborts {
  readonly #signals = new Map<AbortSignal, Shared>();

  /** Calls `listener` when the signal is aborted, unless what this returns was called before. */
  listen(signal: AbortSignal, listener: () => void): () => void {
    const shared = this.#signals.get(signal) ?? this.#add(signal);
    shared.listeners.add(listener);
    return () => {
      shared.listeners.delete(listener);
      if (shared.listeners.size > 0) return;
      signal.removeEventListener('abort', shared.abort);
      this.#signals.delete(signal);
    };
  }

  #add(signal: AbortSignal): Shared {
    const listeners = new Set<() => void>();
    const abort = () => {
      for (const listener of listeners) listener();
    };
    const shared = { listeners, abort };
    signal.addEventListener('abort', abort, { once: true });
    this.#signals.set(signal, shared);
    return shared;
  }
}
