import type { RawEvent } from '../wire/message.js';
import { callListener } from './call-listener.js';
import type { EventFeed, EventSubscriber } from './event-feed.js';

/** Calls a function for each event, in the turn in which it arrives. */
export class EventListener implements EventSubscriber {
  readonly accepts: (event: RawEvent) => boolean;
  readonly #listener: (event: RawEvent) => void;

  constructor(feed: EventFeed, accepts: (event: RawEvent) => boolean, listener: (event: RawEvent) => void) {
    this.accepts = accepts;
    this.#listener = listener;
    feed.add(this);
  }

  deliver(event: RawEvent): void {
    callListener(this.#listener, event);
  }

  end(): void {}
}
