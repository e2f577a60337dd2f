import { channel } from 'node:diagnostics_channel';
import { SharedAborts } from '../engine/shared-aborts.js';
import type { QmpError } from '../errors.js';
import type { EventTrace } from '../trace.js';
import type { RawEvent } from '../wire/message.js';

/** Someone who wants some of a connection's events. */
export interface EventSubscriber {
  accepts(event: RawEvent): boolean;
  deliver(event: RawEvent): void;
  end(reason: unknown): void;
}

const traces = channel('virtkit:qmp:event');

/** Hands each event of a connection to its subscribers, and tells them the end. */
export class EventFeed {
  /** Of the waits for events. */
  readonly aborts = new SharedAborts();
  readonly #subscribers = new Set<EventSubscriber>();
  readonly #monitor: string;
  #endReason: QmpError | undefined;

  constructor(monitor: string) {
    this.#monitor = monitor;
  }

  add(subscriber: EventSubscriber): void {
    if (this.#endReason) subscriber.end(this.#endReason);
    else this.#subscribers.add(subscriber);
  }

  delete(subscriber: EventSubscriber): void {
    this.#subscribers.delete(subscriber);
  }

  publish(event: RawEvent): void {
    if (traces.hasSubscribers) traces.publish({ monitor: this.#monitor, event } satisfies EventTrace);
    for (const subscriber of this.#subscribers) {
      try {
        if (subscriber.accepts(event)) subscriber.deliver(event);
      } catch (error) {
        // A condition of the user's threw: that ends this subscription alone.
        this.#subscribers.delete(subscriber);
        subscriber.end(error);
      }
    }
  }

  end(reason: QmpError): void {
    this.#endReason = reason;
    for (const subscriber of this.#subscribers) subscriber.end(reason);
    this.#subscribers.clear();
  }
}
