import type { DeliverEvent, DriverFunctions } from './contract.js';
import { DOMAIN_EVENTS, type DomainEventBody, type DomainEventName, domainEventId } from './domain-event-table.js';
import { EventRegistrations } from './event-registrations.js';

type Registering = 'connectDomainEventCallbackRegisterAny' | 'connectDomainEventCallbackDeregisterAny';

/**
 * Who wants to hear of which domain events. A driver that has events of its own makes one, shares it among the
 * connections to the same world, spreads `functionsFor(deliver)` into what `open` returns, and calls `emit`.
 */
export class DomainEvents {
  readonly #registrations = new EventRegistrations();

  /** The driver functions by which one connection registers. */
  functionsFor(deliver: DeliverEvent): Required<Pick<DriverFunctions, Registering>> {
    return {
      connectDomainEventCallbackRegisterAny: async ({ eventId, domain }) => ({
        callbackId: this.#registrations.register(eventId, domain?.uuid, deliver),
      }),
      connectDomainEventCallbackDeregisterAny: async ({ callbackId }) =>
        this.#registrations.deregister(callbackId, deliver),
    };
  }

  /** Forgets what a connection registered. */
  forget(deliver: DeliverEvent): void {
    this.#registrations.forget(deliver);
  }

  /**
   * Tells every connection that asked for this event of this domain.
   * @param bodyFor what the event tells, for the registration with the given callback id
   */
  emit<N extends DomainEventName>(name: N, uuid: string, bodyFor: (callbackId: number) => DomainEventBody<N>): void {
    for (const { callbackId, deliver } of this.#registrations.interested(domainEventId(name), uuid)) {
      deliver(DOMAIN_EVENTS[name], bodyFor(callbackId));
    }
  }
}
