import type { ConnectOptions } from '../connect/connect-options.js';
import { type GreetedSession, negotiate, openSession } from '../connect/handshake.js';
import type { MonitorTarget } from '../connect/monitor-target.js';
import type { MonitorSession } from '../engine/monitor-session.js';
import type { MonitorState } from '../engine/monitor-state.js';
import type { WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { compileFilter, type EventFilter } from '../events/event-filter.js';
import { EventListener } from '../events/event-listener.js';
import { EventStream, type EventSubscription } from '../events/event-stream.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { QmpSchema } from '../schema/qmp-schema.js';
import type { Greeting, QemuVersion, RawEvent } from '../wire/message.js';
import type { CommandValidator } from './command-validator.js';
import type {
  CommandArguments,
  CommandName,
  CommandReturn,
  EventName,
  ExecuteOptions,
  ExecuteParameters,
  QmpEvent,
} from './commands.js';

/** Events that a subscription keeps for its reader, of each kind. */
const EVENT_LIMIT = 1024;

/** How to run a line of the human monitor. */
export interface HumanMonitorOptions extends WaitOptions {
  /** The processor that the line is about. */
  readonly cpuIndex?: number | undefined;
}

/** How to subscribe to events. */
export interface EventsOptions {
  /** Events kept for the reader: so many lifecycle events, and so many others. Default 1024. */
  readonly limit?: number | undefined;
}

/** How to wait for an event. */
export interface WaitForEventOptions<Event> extends WaitOptions {
  /** Says whether this is the one. */
  readonly where?: ((event: Event) => boolean) | undefined;
}

/** A QMP connection that is ready for commands. */
export class QmpClient {
  /** How the server introduced itself. */
  readonly greeting: Greeting;
  /** Checks arguments and replies, where set; such as `SchemaValidator` of `@virtkit/qmp/validate`. */
  validator: CommandValidator | undefined;
  readonly #session: MonitorSession;
  #schema: Promise<QmpSchema> | undefined;

  /** @internal */
  constructor({ session, greeting }: GreetedSession) {
    this.#session = session;
    this.greeting = greeting;
  }

  /**
   * Connects to a monitor, and negotiates.
   *
   * @throws {@link QmpError} `CONNECT_FAILED`, `CONNECT_TIMEOUT`, `MONITOR_BUSY`, `NEGOTIATION_FAILED`,
   * `NEGOTIATION_TIMEOUT`, `ABORTED`, `DISCONNECTED`, `PROTOCOL_ERROR`, `INVALID_ARGUMENT`
   */
  static async connect(target: MonitorTarget, options: ConnectOptions = {}): Promise<QmpClient> {
    const greeted = await openSession(target, options);
    await negotiate(greeted, options);
    return new QmpClient(greeted);
  }

  /** How errors and traces call the monitor: its address, or what `connect` was told. */
  get name(): string {
    return this.#session.name;
  }

  /** QEMU's version. */
  get version(): QemuVersion {
    return this.greeting.version;
  }

  get state(): MonitorState {
    return this.#session.state;
  }

  /** Why the connection ended, or `undefined` while it lives. */
  get closeReason(): QmpError | undefined {
    return this.#session.endReason;
  }

  /** Resolves with the reason once the connection has ended, from whichever side. Never rejects. */
  get closed(): Promise<QmpError> {
    return this.#session.ended;
  }

  /** Whether out-of-band commands were negotiated. */
  get isOutOfBandReady(): boolean {
    return this.#session.isOutOfBandReady;
  }

  /**
   * Runs a command, and resolves with what it returns. Giving up, by signal or time, leaves the server at work: its
   * late reply is dropped.
   *
   * @throws {@link QmpCommandError} with the server's answer, where the command failed.
   * @throws {@link QmpError} `COMMAND_TIMEOUT`, `UNRESPONSIVE`, `ABORTED`, `INVALID_ARGUMENT`, `NOT_SUPPORTED` (out of
   * band without having negotiated it), or the reason of the connection's end: `CLOSED`, `DISCONNECTED` …
   */
  execute<Name extends CommandName>(name: Name, ...parameters: ExecuteParameters<Name>): Promise<CommandReturn<Name>>;
  execute(name: string, args?: object, options: ExecuteOptions = {}): Promise<JsonValue> {
    if (this.validator) return this.#executeValidated(this.validator, name, args, options);
    return this.#session.execute(name, args, options);
  }

  /** {@link QmpClient.execute} for a command that {@link CommandMap} does not know. */
  executeUntyped(name: string, args?: JsonObject, options: ExecuteOptions = {}): Promise<JsonValue> {
    if (this.validator) return this.#executeValidated(this.validator, name, args, options);
    return this.#session.execute(name, args, options);
  }

  /**
   * Runs `getfd` or `add-fd`, and passes a descriptor of this process to QEMU; it is given away, and closed here in the
   * end. Takes a client that was connected with `{ path, descriptors: true }`. Where that is not to be had, a descriptor
   * can be inherited by the QEMU that is spawned (`-add-fd`), or QEMU can open `/proc/PID/fd/N` of this process.
   *
   * @throws {@link QmpError} as {@link QmpClient.execute}; `NOT_SUPPORTED`, `INVALID_ARGUMENT`
   */
  executeWithDescriptor<Name extends 'getfd' | 'add-fd'>(
    name: Name,
    args: CommandArguments<Name>,
    descriptor: number,
    options?: WaitOptions,
  ): Promise<CommandReturn<Name>>;
  executeWithDescriptor(name: string, args: object, descriptor: number, options: WaitOptions = {}): Promise<JsonValue> {
    return this.#session.executeWithDescriptor(name, args, descriptor, options);
  }

  /**
   * Runs a line of the human monitor, and resolves with what it prints, lines ended by CR LF. Its errors are part of
   * what it prints.
   *
   * @throws {@link QmpError} as {@link QmpClient.execute}
   */
  humanMonitorCommand(line: string, { cpuIndex, ...options }: HumanMonitorOptions = {}): Promise<string> {
    const processor = cpuIndex === undefined ? {} : { 'cpu-index': cpuIndex };
    return this.execute('human-monitor-command', { 'command-line': line, ...processor }, options);
  }

  /**
   * What this QEMU says about its commands, events and their types; asked once, then kept.
   *
   * @throws {@link QmpError} as {@link QmpClient.execute}
   */
  schema(options: ExecuteOptions = {}): Promise<QmpSchema> {
    this.#schema ??= this.executeUntyped('query-qmp-schema', undefined, options).then((reply) => new QmpSchema(reply));
    // A failure is told to those who asked, and asked anew next time.
    this.#schema.catch(() => {
      this.#schema = undefined;
    });
    return this.#schema;
  }

  /**
   * Whether this QEMU has a command or an event and, with a path, a member or an enumeration's value of it: see
   * {@link QmpSchema.supports}, such as `supports('blockdev-add', 'arguments.discard')`.
   *
   * @throws {@link QmpError} as {@link QmpClient.execute}
   */
  async supports(name: CommandName | EventName | (string & {}), path?: string): Promise<boolean> {
    return (await this.schema()).supports(name, path);
  }

  /**
   * Subscribes to events, by name, names, a pattern such as `BLOCK_*`, or a RegExp of the name; to all of them without
   * a filter. What happens after the call is not missed, whenever the reading begins. A reader that is slow never
   * delays replies: over `limit` the oldest events are dropped, except for the last lifecycle event of each name.
   */
  events<Name extends EventName>(
    filter: Name | readonly Name[],
    options?: EventsOptions,
  ): EventSubscription<QmpEvent<Name>>;
  events(filter?: EventFilter, options?: EventsOptions): EventSubscription<RawEvent>;
  events(filter?: EventFilter, { limit = EVENT_LIMIT }: EventsOptions = {}): EventSubscription<RawEvent> {
    return new EventStream(this.#session.events, compileFilter(filter), limit);
  }

  /**
   * Calls `listener` for each event, in the turn in which it arrives. What it throws becomes an uncaught exception.
   *
   * @returns Ends the subscription.
   */
  on<Name extends EventName>(filter: Name | readonly Name[], listener: (event: QmpEvent<Name>) => void): () => void;
  on(filter: EventFilter, listener: (event: RawEvent) => void): () => void;
  on(filter: EventFilter, listener: (event: RawEvent) => void): () => void {
    const feed = this.#session.events;
    const subscriber = new EventListener(feed, compileFilter(filter), listener);
    return () => feed.delete(subscriber);
  }

  /**
   * Waits for one event, from the call on. To wait for what a command brings about, call this first, then run the
   * command, then await the event. A promise that is never awaited does no harm.
   *
   * @throws {@link QmpError} `EVENT_TIMEOUT`, `ABORTED`, or the reason of the connection's end.
   */
  waitForEvent<Name extends EventName>(
    filter: Name | readonly Name[],
    options?: WaitForEventOptions<QmpEvent<Name>>,
  ): Promise<QmpEvent<Name>>;
  waitForEvent(filter: EventFilter, options?: WaitForEventOptions<RawEvent>): Promise<RawEvent>;
  waitForEvent(filter: EventFilter, options: WaitForEventOptions<RawEvent> = {}): Promise<RawEvent> {
    const { where = () => true, timeoutMs = this.#session.commandTimeoutMs, signal } = options;
    const accepts = compileFilter(filter);
    const stream = new EventStream(this.#session.events, (event) => accepts(event) && where(event), 1);
    const event = stream.take({ signal, timeoutMs }).finally(() => stream.close());
    event.catch(() => {});
    return event;
  }

  /** Closes the connection. Commands under way end with `CLOSED`. Settles when the socket is closed. */
  close(): Promise<void> {
    return this.#session.end(new QmpError('CLOSED', `${this.name}: closed`));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #executeValidated(
    validator: CommandValidator,
    name: string,
    args: object | undefined,
    options: ExecuteOptions,
  ): Promise<JsonValue> {
    validator.checkArguments(name, args ?? {});
    const reply = await this.#session.execute(name, args, options);
    validator.checkReply(name, reply);
    return reply;
  }
}
