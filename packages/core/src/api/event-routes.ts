import type { EventBody, EventName } from '@virtkit/rpc';
import type { DeliverEvent } from '../driver/contract.js';

/** What any event tells. */
export type AnyEventBody = EventBody<EventName>;

/** Takes the events of one registration, and its end: with a reason if the connection was lost. */
export interface EventSink {
  push(event: EventName, body: AnyEventBody): void;
  end(reason?: Error): void;
}

/** How many events wait for a registration whose reply is still on its way. */
const EARLY_EVENTS = 1024;

/** Leads each event of a connection to the registration that its callback id names. */
export class EventRoutes {
  readonly #sinks = new Map<number, EventSink>();
  readonly #early: { readonly callbackId: number; readonly event: EventName; readonly body: AnyEventBody }[] = [];
  readonly #listeners: DeliverEvent[] = [];
  #reason: Error | undefined;
  #tellLost: (reason: Error) => void = () => {};

  /** Resolves with the reason once the connection is lost. */
  readonly lost = new Promise<Error>((resolve) => {
    this.#tellLost = resolve;
  });

  /** Takes an event from the driver. */
  readonly deliver: DeliverEvent = (event, body) => {
    for (const listener of this.#listeners) isolated(() => listener(event, body));
    isolated(() => this.#lead(event, body));
  };

  #lead(event: EventName, body: AnyEventBody): void {
    if (!('callbackId' in body)) return;
    const { callbackId } = body;
    const sink = this.#sinks.get(callbackId);
    if (sink !== undefined) {
      sink.push(event, body);
      return;
    }
    // An event may overtake the reply that tells the id.
    this.#early.push({ callbackId, event, body });
    if (this.#early.length > EARLY_EVENTS) this.#early.shift();
  }

  /** Hands every event to `listener` as well. */
  listen(listener: DeliverEvent): void {
    this.#listeners.push(listener);
  }

  /** Starts leading the events of a registration to `sink`. */
  add(callbackId: number, sink: EventSink): void {
    if (this.#reason !== undefined) {
      sink.end(this.#reason);
      return;
    }
    this.#sinks.set(callbackId, sink);
    for (const { callbackId: id, event, body } of this.#early) if (id === callbackId) sink.push(event, body);
  }

  delete(callbackId: number): void {
    this.#sinks.delete(callbackId);
  }

  /** Ends every registration. */
  end(reason?: Error): void {
    this.#reason = reason;
    if (reason !== undefined) this.#tellLost(reason);
    for (const sink of this.#sinks.values()) sink.end(reason);
    this.#sinks.clear();
  }
}

/** What a listener throws is its owner's uncaught exception, and no business of the driver that tells of an event. */
function isolated(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
