import { VirtError } from '@virtkit/errors';
import type { ProcedureArguments } from '@virtkit/rpc';
import type { DeliverEvent, DriverFunctions } from './contract.js';
import { DOMAIN_EVENTS, type DomainEventBody, type DomainEventName, domainEventId } from './domain-event-table.js';

interface Registration {
  readonly eventId: number;
  /** Events of this domain alone. */
  readonly uuid: string | undefined;
  readonly deliver: DeliverEvent;
}

type Registering = 'connectDomainEventCallbackRegisterAny' | 'connectDomainEventCallbackDeregisterAny';

/**
 * Who wants to hear of which domain events. A driver that has events of its own makes one, shares it among the
 * connections to the same world, spreads `functionsFor(deliver)` into what `open` returns, and calls `emit`.
 */
export class DomainEvents {
  readonly #registrations = new Map<number, Registration>();
  #nextCallbackId = 1;

  /** The driver functions by which one connection registers. */
  functionsFor(deliver: DeliverEvent): Required<Pick<DriverFunctions, Registering>> {
    return {
      connectDomainEventCallbackRegisterAny: async (args) => ({ callbackId: this.#register(args, deliver) }),
      connectDomainEventCallbackDeregisterAny: async ({ callbackId }) => {
        if (this.#registrations.get(callbackId)?.deliver !== deliver) {
          throw new VirtError('INVALID_ARG', `no event callback has the id ${callbackId}`, { domain: 'EVENT' });
        }
        this.#registrations.delete(callbackId);
      },
    };
  }

  #register(args: ProcedureArguments<'connectDomainEventCallbackRegisterAny'>, deliver: DeliverEvent): number {
    const callbackId = this.#nextCallbackId++;
    this.#registrations.set(callbackId, { eventId: args.eventId, uuid: args.domain?.uuid, deliver });
    return callbackId;
  }

  /** Forgets what a connection registered. */
  forget(deliver: DeliverEvent): void {
    for (const [callbackId, registration] of this.#registrations) {
      if (registration.deliver === deliver) this.#registrations.delete(callbackId);
    }
  }

  /**
   * Tells every connection that asked for this event of this domain.
   * @param bodyFor what the event tells, for the registration with the given callback id
   */
  emit<N extends DomainEventName>(name: N, uuid: string, bodyFor: (callbackId: number) => DomainEventBody<N>): void {
    const eventId = domainEventId(name);
    for (const [callbackId, registration] of this.#registrations) {
      if (registration.eventId !== eventId) continue;
      if (registration.uuid !== undefined && registration.uuid !== uuid) continue;
      registration.deliver(DOMAIN_EVENTS[name], bodyFor(callbackId));
    }
  }
}
