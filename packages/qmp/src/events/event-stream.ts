import { abortError, type WaitOptions, withinLimit } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import type { RawEvent } from '../wire/message.js';
import { EventBuffer } from './event-buffer.js';
import type { EventFeed, EventSubscriber } from './event-feed.js';

/**
 * The events of one subscription, from the moment it was made. Iterate over it; or take one by one with `take`. It ends
 * when it is closed or, after the last event, when the connection ends.
 */
export interface EventSubscription<Event> extends AsyncIterableIterator<Event, undefined> {
  /** How many events were dropped because nobody read them. */
  readonly dropped: number;
  next(): Promise<IteratorResult<Event, undefined>>;
  /**
   * The next event.
   *
   * @throws {@link QmpError} `EVENT_TIMEOUT`, `ABORTED`, or the reason of the end: `CLOSED`, `DISCONNECTED` …
   */
  take(options?: WaitOptions): Promise<Event>;
  /** Ends the subscription; an iteration under way ends, too. */
  close(): void;
  [Symbol.dispose](): void;
}

interface Reader {
  readonly resolve: (event: RawEvent) => void;
  readonly reject: (reason: unknown) => void;
}

/** The one kind of subscription there is, before types are put on its events. */
export class EventStream implements EventSubscription<RawEvent>, EventSubscriber {
  readonly accepts: (event: RawEvent) => boolean;
  readonly #buffer: EventBuffer;
  readonly #feed: EventFeed;
  readonly #readers = new Set<Reader>();
  #endReason: unknown;

  constructor(feed: EventFeed, accepts: (event: RawEvent) => boolean, limit: number) {
    this.accepts = accepts;
    this.#feed = feed;
    this.#buffer = new EventBuffer(limit);
    feed.add(this);
  }

  get dropped(): number {
    return this.#buffer.dropped;
  }

  deliver(event: RawEvent): void {
    for (const reader of this.#readers) {
      this.#readers.delete(reader);
      reader.resolve(event);
      return;
    }
    this.#buffer.push(event);
  }

  end(reason: unknown): void {
    this.#endReason ??= reason;
    for (const reader of this.#readers) reader.reject(reason);
    this.#readers.clear();
  }

  async next(): Promise<IteratorResult<RawEvent, undefined>> {
    if (this.#endReason && this.#buffer.size === 0) return { done: true, value: undefined };
    const { promise } = this.#read();
    return promise.then(
      (value) => ({ done: false, value }),
      () => ({ done: true, value: undefined }),
    );
  }

  async take({ signal, timeoutMs }: WaitOptions = {}): Promise<RawEvent> {
    // Or an event would be taken for nobody.
    if (signal?.aborted) throw abortError('waiting for an event', signal);
    const { promise, cancel } = this.#read();
    const timeoutError = () => new QmpError('EVENT_TIMEOUT', `no such event within ${timeoutMs} ms`);
    const limit = { signal, timeoutMs };
    return withinLimit(promise, 'waiting for an event', limit, timeoutError, this.#feed.aborts).finally(cancel);
  }

  async return(): Promise<IteratorResult<RawEvent, undefined>> {
    this.close();
    return { done: true, value: undefined };
  }

  close(): void {
    this.#feed.delete(this);
    this.end(new QmpError('CLOSED', 'the subscription was closed'));
  }

  [Symbol.dispose](): void {
    this.close();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #read(): { promise: Promise<RawEvent>; cancel: () => void } {
    const event = this.#buffer.shift();
    if (event) return { promise: Promise.resolve(event), cancel: () => {} };
    let cancel = () => {};
    const promise = new Promise<RawEvent>((resolve, reject) => {
      if (this.#endReason) throw this.#endReason;
      const reader: Reader = { resolve, reject };
      this.#readers.add(reader);
      cancel = () => this.#readers.delete(reader);
    });
    return { promise, cancel };
  }
}
