import { VirtError } from '@virtkit/errors';
import type { DeliverEvent } from './contract.js';

interface Registration {
  readonly callbackId: number;
  readonly eventId: number;
  /** Events of the object with this UUID or name alone. */
  readonly object: string | undefined;
  readonly deliver: DeliverEvent;
}

/** Who wants to hear of which events of one kind of objects. */
export class EventRegistrations {
  readonly #registrations = new Map<number, Registration>();
  #nextCallbackId = 1;

  /** Returns the id that the events will carry. */
  register(eventId: number, object: string | undefined, deliver: DeliverEvent): number {
    const callbackId = this.#nextCallbackId++;
    this.#registrations.set(callbackId, { callbackId, eventId, object, deliver });
    return callbackId;
  }

  /** @throws VirtError INVALID_ARG for an id that this connection doesn't have */
  deregister(callbackId: number, deliver: DeliverEvent): void {
    if (this.#registrations.get(callbackId)?.deliver !== deliver) {
      throw new VirtError('INVALID_ARG', `no event callback has the id ${callbackId}`, { domain: 'EVENT' });
    }
    this.#registrations.delete(callbackId);
  }

  /** Forgets what a connection registered. */
  forget(deliver: DeliverEvent): void {
    for (const [callbackId, registration] of this.#registrations) {
      if (registration.deliver === deliver) this.#registrations.delete(callbackId);
    }
  }

  /** Those who asked for this event of this object. */
  interested(eventId: number, object: string): readonly Pick<Registration, 'callbackId' | 'deliver'>[] {
    return [...this.#registrations.values()].filter(
      (registration) =>
        registration.eventId === eventId && (registration.object === undefined || registration.object === object),
    );
  }
}
