import { VirtError } from '@virtkit/errors';
import type { EventBody, EventName, ProcedureArguments, ProcedureResult } from '@virtkit/rpc';
import type { DeliverEvent, DriverProcedure } from '../driver/contract.js';
import {
  DOMAIN_EVENTS,
  type DomainEventBody,
  type DomainEventName,
  domainEventId,
} from '../driver/domain-event-table.js';
import {
  CREATE_FLAGS,
  DEFINE_FLAGS,
  type FlagOptions,
  flagsOf,
  LIST_DOMAINS_FLAGS,
  SAVE_FLAGS,
} from '../driver/flags.js';
import { type LifecycleEvent, lifecycleOfNumbers } from '../driver/lifecycle-event.js';
import { findFunction } from '../driver/older-forms.js';
import type { OpenedDriver } from '../driver/open-driver.js';
import { type CallOptions, type Calls, createCalls, type OpenedStream } from './call.js';
import { Domain } from './domain.js';
import type { AnyEventBody, EventRoutes } from './event-routes.js';
import { EventStream } from './event-stream.js';
import { PendingCalls } from './pending-calls.js';

/** @internal */
export interface ConnectionParts {
  readonly uri: URL;
  readonly opened: OpenedDriver;
  readonly readOnly: boolean;
  readonly routes: EventRoutes;
  readonly ended: AbortController;
}

/** A version as libvirt numbers it: 10.0.13 is 10000013. */
export type VersionNumber = number;

const UUID = /^([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/;

function canonicalUuid(text: string): string {
  const [, ...parts] = UUID.exec(text.trim().toLowerCase()) ?? [];
  if (parts.length > 0) return parts.join('-');
  throw new VirtError('INVALID_ARG', `'${text}' is no UUID`, { domain: 'DOM' });
}

/** What became of a domain, and which. */
export type DomainLifecycleEvent = LifecycleEvent & { readonly domain: Domain };

/** Which events to listen to. */
export interface EventOptions extends CallOptions {
  /** Events of this domain alone. */
  readonly domain?: Domain | undefined;
}

function isBodyOf<E extends EventName>(expected: E, event: EventName, body: AnyEventBody): body is EventBody<E> {
  return event === expected;
}

/**
 * An open connection to a driver. Methods are libvirt's functions of `virConnectPtr`, less `vir` and, where it says no
 * more than the class, `Connect`. Close it, or open it by `await using`.
 */
export class Connection implements AsyncDisposable {
  /** The URI it was opened with. */
  readonly uri: string;
  readonly isReadOnly: boolean;
  readonly #parts: ConnectionParts;
  readonly #calls: Calls;
  readonly #pending = new PendingCalls();

  /** @internal */
  constructor(parts: ConnectionParts) {
    this.uri = parts.uri.href;
    this.isReadOnly = parts.readOnly;
    this.#parts = parts;
    this.#calls = createCalls(parts.opened, parts.readOnly, parts.ended.signal, this.#pending);
  }

  /** Whether the driver has a function for the operation: `supports('domainMigratePerform')`. */
  supports(procedure: DriverProcedure): boolean {
    return findFunction(this.#parts.opened.functions, procedure) !== undefined;
  }

  /**
   * Calls any operation of the driver, by libvirt's name less `vir`, in the shapes of the procedure table; the methods
   * below are for those that want more comfort.
   * @throws VirtError NO_SUPPORT for what the driver lacks, OPERATION_DENIED, INVALID_CONN, or the driver's own
   */
  call<P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    options?: CallOptions,
  ): Promise<ProcedureResult<P>> {
    return this.#calls.call(procedure, args, options);
  }

  /** Calls any operation that a stream goes with; the stream is the caller's to end. @throws VirtError as `call` */
  openStream<P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    options?: CallOptions,
  ): Promise<OpenedStream<P>> {
    return this.#calls.openStream(procedure, args, options);
  }

  /** Hears every event that is delivered to this connection, as the driver delivers it, until it is closed. */
  onEvent(listener: DeliverEvent): void {
    this.#parts.routes.listen(listener);
  }

  /** Why the connection is lost, once it is; never settles after `close`. */
  get lost(): Promise<Error> {
    return this.#parts.routes.lost;
  }

  /** Name of the hypervisor driver: `QEMU`, `TEST`. */
  async getType(options?: CallOptions): Promise<string> {
    const { type } = await this.#calls.call('connectGetType', {}, options);
    return type;
  }

  /** Version of the hypervisor. */
  async getVersion(options?: CallOptions): Promise<VersionNumber> {
    const { version } = await this.#calls.call('connectGetVersion', {}, options);
    return Number(version);
  }

  async getHostname(options?: CallOptions): Promise<string> {
    const { hostname } = await this.#calls.call('connectGetHostname', {}, options);
    return hostname;
  }

  /** All domains, or those that every given filter lets through. */
  async listAllDomains(options: FlagOptions<typeof LIST_DOMAINS_FLAGS> & CallOptions = {}): Promise<Domain[]> {
    const flags = flagsOf(LIST_DOMAINS_FLAGS, options);
    const { domains } = await this.#calls.call('connectListAllDomains', { flags }, options);
    return domains.map((reference) => new Domain(this.#calls, reference));
  }

  /** @throws VirtError NO_DOMAIN */
  async domainLookupByName(name: string, options?: CallOptions): Promise<Domain> {
    const { domain } = await this.#calls.call('domainLookupByName', { name }, options);
    return new Domain(this.#calls, domain);
  }

  /** @param uuid in either case, with or without dashes @throws VirtError NO_DOMAIN, INVALID_ARG for what is no UUID */
  async domainLookupByUUID(uuid: string, options?: CallOptions): Promise<Domain> {
    const { domain } = await this.#calls.call('domainLookupByUUID', { uuid: canonicalUuid(uuid) }, options);
    return new Domain(this.#calls, domain);
  }

  /** @throws VirtError NO_DOMAIN if no running domain has the id */
  async domainLookupByID(id: number, options?: CallOptions): Promise<Domain> {
    const { domain } = await this.#calls.call('domainLookupByID', { id }, options);
    return new Domain(this.#calls, domain);
  }

  /** Makes a definition persistent, replacing the domain's present one. @throws VirtError XML_DETAIL, XML_ERROR, CONFIG_UNSUPPORTED … */
  async domainDefineXML(xml: string, options: FlagOptions<typeof DEFINE_FLAGS> & CallOptions = {}): Promise<Domain> {
    const flags = flagsOf(DEFINE_FLAGS, options);
    const { domain } = await this.#calls.call('domainDefineXMLFlags', { xml, flags }, options);
    return new Domain(this.#calls, domain);
  }

  /** Starts a transient domain: it is gone when it ends. */
  async domainCreateXML(xml: string, options: FlagOptions<typeof CREATE_FLAGS> & CallOptions = {}): Promise<Domain> {
    const flags = flagsOf(CREATE_FLAGS, options);
    const { domain } = await this.#calls.call('domainCreateXML', { xml, flags }, options);
    return new Domain(this.#calls, domain);
  }

  /**
   * Lets a domain that `domain.save` wrote go on, with another definition if that is given and the guest can't see the difference.
   * @param from absolute path on the host of the driver
   * @throws VirtError OPERATION_FAILED if there is no image, or the domain is active
   */
  async domainRestore(
    from: string,
    options: { readonly xml?: string } & FlagOptions<typeof SAVE_FLAGS> & CallOptions = {},
  ): Promise<void> {
    const args = { from, xml: options.xml, flags: flagsOf(SAVE_FLAGS, options) };
    await this.#calls.call('domainRestoreFlags', args, options);
  }

  /** Listens to what becomes of the domains. What happens once this has returned isn't missed. */
  lifecycleEvents(options: EventOptions = {}): Promise<EventStream<DomainLifecycleEvent>> {
    return this.#listen('lifecycle', options, (body) => ({
      domain: new Domain(this.#calls, body.domain),
      ...lifecycleOfNumbers(body),
    }));
  }

  /** Listens to one kind of domain events, as libvirt's numbers and texts. */
  domainEvents<N extends DomainEventName>(
    name: N,
    options: EventOptions = {},
  ): Promise<EventStream<DomainEventBody<N>>> {
    return this.#listen(name, options, (body) => body);
  }

  async #listen<N extends DomainEventName, T>(
    name: N,
    { domain, signal }: EventOptions,
    convert: (body: DomainEventBody<N>) => T,
  ): Promise<EventStream<T>> {
    const reference = domain && { name: domain.name, uuid: domain.uuid, id: domain.id };
    const args = { eventId: domainEventId(name), domain: reference };
    const { callbackId } = await this.#calls.call('connectDomainEventCallbackRegisterAny', args, { signal });
    const { routes } = this.#parts;
    const stream = new EventStream<T>(async () => {
      routes.delete(callbackId);
      await this.#calls.call('connectDomainEventCallbackDeregisterAny', { callbackId });
    });
    routes.add(callbackId, {
      push: (event, body) => {
        if (isBodyOf(DOMAIN_EVENTS[name], event, body)) stream.push(convert(body));
      },
      end: (reason) => stream.end(reason),
    });
    return stream;
  }

  /** Resolves once every call that is under way has ended, in whatever way: `close` gives them up, this lets them finish. */
  settled(): Promise<void> {
    return this.#pending.settled();
  }

  /** Ends the connection, its event streams and what it has under way. Domains go on. A second call does nothing. */
  async close(): Promise<void> {
    const { ended, opened, routes } = this.#parts;
    if (ended.signal.aborted) return;
    ended.abort(new Error('the connection was closed'));
    routes.end();
    await this.#pending.ended();
    await opened.functions.connectClose?.(
      {},
      {
        signal: new AbortController().signal,
        readOnly: this.isReadOnly,
        serveStream: (stream) => stream.destroy(),
      },
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
