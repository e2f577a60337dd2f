import type { EventName } from '@virtkit/rpc';
import type { DeliverEvent, EventBodies } from '../driver/contract.js';

/** What any event tells. */
export type AnyEventBody = EventBodies[EventName];

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
  #lost: Error | undefined;

  /** Takes an event from the driver. */
  readonly deliver: DeliverEvent = (event, body: AnyEventBody) => {
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
  };

  /** Starts leading the events of a registration to `sink`. */
  add(callbackId: number, sink: EventSink): void {
    if (this.#lost !== undefined) {
      sink.end(this.#lost);
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
    this.#lost = reason;
    for (const sink of this.#sinks.values()) sink.end(reason);
    this.#sinks.clear();
  }
}
