import { tracingChannel } from 'node:diagnostics_channel';
import type { Duplex } from 'node:stream';
import { type CarriedDescriptor, DescriptorSocket } from '../descriptors/descriptor-socket.js';
import { QmpError } from '../errors.js';
import { callListener } from '../events/call-listener.js';
import { EventFeed } from '../events/event-feed.js';
import type { JsonValue } from '../json/json-value.js';
import type { CommandTrace } from '../trace.js';
import { type Greeting, readMessage } from '../wire/message.js';
import { type MessageReceiver, MessageStream } from '../wire/message-stream.js';
import { formatRequest } from '../wire/request.js';
import { CommandQueue, type CommandRequest } from './command-queue.js';
import type { MonitorState } from './monitor-state.js';
import { SilenceWatch } from './silence-watch.js';
import type { WaitOptions } from './time-limit.js';

/** With more commands in its queue QEMU stops reading, so that out-of-band commands could not overtake. */
const OUT_OF_BAND_WINDOW = 8;

/** What {@link MonitorSession} needs, with every default filled in. */
export interface SessionSettings {
  readonly name: string;
  readonly commandTimeoutMs: number;
  readonly unresponsiveAfterMs: number;
  readonly maxMessageLength: number;
  /** Commands that the server may have at a time. */
  readonly window: number;
  readonly onState: ((state: MonitorState) => void) | undefined;
}

export interface SessionCommandOptions extends WaitOptions {
  readonly outOfBand?: boolean | undefined;
  readonly descriptor?: CarriedDescriptor | undefined;
}

const traces = tracingChannel<'virtkit:qmp:command', CommandTrace>('virtkit:qmp:command');

/** One conversation with a QMP server, from the first byte to the reason of its end. */
export class MonitorSession implements MessageReceiver {
  /** Resolves with the server's greeting, or rejects with the reason of the end. */
  readonly greeting: Promise<Greeting>;
  /** Resolves with the reason of the end. */
  readonly ended: Promise<QmpError>;
  readonly events: EventFeed;
  readonly #settings: SessionSettings;
  readonly #descriptors: DescriptorSocket | undefined;
  readonly #messages: MessageStream;
  readonly #commands: CommandQueue;
  readonly #silence: SilenceWatch;
  #state: MonitorState = 'negotiating';
  #isOutOfBandReady = false;
  #endReason: QmpError | undefined;
  #greet: ((greeting: Greeting) => void) | undefined;
  #resolveEnd: (reason: QmpError) => void = () => {};

  constructor(stream: Duplex, settings: SessionSettings) {
    this.#settings = settings;
    this.#descriptors = stream instanceof DescriptorSocket ? stream : undefined;
    this.events = new EventFeed(settings.name);
    this.ended = new Promise((resolve) => {
      this.#resolveEnd = resolve;
    });
    this.greeting = new Promise((resolve, reject) => {
      this.#greet = resolve;
      void this.ended.then(reject);
    });
    this.greeting.catch(() => {});
    this.#silence = new SilenceWatch({
      unresponsiveAfterMs: settings.unresponsiveAfterMs,
      waitingSince: () => this.#commands.oldestSentAt,
      change: (isSilent) => {
        if (this.#state !== 'negotiating') this.#setState(isSilent ? 'unresponsive' : 'ready');
      },
    });
    this.#commands = new CommandQueue({
      window: settings.window,
      send: (text, descriptor) => this.#send(text, descriptor),
      heardAt: () => this.#silence.heardAt,
    });
    this.#messages = new MessageStream(stream, this, settings);
    this.#tellState();
  }

  get name(): string {
    return this.#settings.name;
  }

  get state(): MonitorState {
    return this.#state;
  }

  get endReason(): QmpError | undefined {
    return this.#endReason;
  }

  get isOutOfBandReady(): boolean {
    return this.#isOutOfBandReady;
  }

  get commandTimeoutMs(): number {
    return this.#settings.commandTimeoutMs;
  }

  /** Negotiation is over: commands may come. */
  becomeReady(isOutOfBandReady: boolean): void {
    this.#isOutOfBandReady = isOutOfBandReady;
    if (isOutOfBandReady) this.#commands.window = Math.min(this.#settings.window, OUT_OF_BAND_WINDOW);
    this.#setState('ready');
  }

  /** Runs a command, traced. Never throws, always rejects. */
  execute(command: string, args: object | undefined, options: SessionCommandOptions = {}): Promise<JsonValue> {
    const { signal, timeoutMs = this.#settings.commandTimeoutMs, outOfBand: isOutOfBand = false, descriptor } = options;
    if (isOutOfBand && !this.#isOutOfBandReady) {
      return Promise.reject(new QmpError('NOT_SUPPORTED', `${command}: out-of-band commands were not negotiated`));
    }
    const format = (id: number) => formatRequest(isOutOfBand ? 'exec-oob' : 'execute', command, args, id);
    const run = () => this.#run({ name: command, format, signal, timeoutMs, isOutOfBand, descriptor });
    if (!traces.hasSubscribers) return run();
    return traces.tracePromise(run, { monitor: this.name, command, arguments: args, isOutOfBand });
  }

  /** Runs a command, and passes a descriptor with it, which is closed in this process at the end. */
  async executeWithDescriptor(
    command: string,
    args: object | undefined,
    descriptor: number,
    options: WaitOptions,
  ): Promise<JsonValue> {
    if (!this.#descriptors) {
      throw new QmpError('NOT_SUPPORTED', `${this.name}: not connected with { path, descriptors: true }`);
    }
    const carried = this.#descriptors.carry(descriptor);
    return this.execute(command, args, { ...options, descriptor: carried }).finally(() => carried.close());
  }

  /** Ends the conversation, and settles when the stream has let go of its resources. */
  end(reason: QmpError): Promise<void> {
    if (!this.#endReason) this.#messages.flush();
    this.#messages.end(reason);
    return this.#messages.closed;
  }

  heard(): void {
    this.#silence.heard();
  }

  message(message: JsonValue, text: string): void {
    const read = readMessage(message);
    switch (read.kind) {
      case 'return':
        this.#commands.reply(read.id, read.value, undefined);
        break;
      case 'error':
        this.#commands.reply(read.id, undefined, read.error);
        break;
      case 'event':
        this.events.publish(read.event);
        break;
      case 'greeting':
        if (!this.#greet) throw new QmpError('PROTOCOL_ERROR', `${this.name}: the server greeted twice`);
        this.#greet(read.greeting);
        this.#greet = undefined;
        break;
      case 'unknown':
        throw new QmpError('PROTOCOL_ERROR', `${this.name}: no QMP message: ${text.slice(0, 80)}`);
    }
  }

  finish(reason: QmpError): void {
    this.#endReason = reason;
    this.#silence.stop();
    this.#setState('closed');
    this.#commands.end(reason);
    this.events.end(reason);
    this.#resolveEnd(reason);
  }

  /**
   * A QEMU that connected to us (7.2, `server=off`) ends before its reply to `quit` is out; one that listens sends it.
   * Either way it did what it was told.
   */
  #run(request: CommandRequest): Promise<JsonValue> {
    const reply = this.#commands.run(request);
    if (request.name !== 'quit' || this.#endReason) return reply;
    return reply.catch((error) => {
      if (QmpError.isInstance(error, 'DISCONNECTED')) return {};
      throw error;
    });
  }

  #send(text: string, descriptor: CarriedDescriptor | undefined): void {
    this.#silence.asked();
    if (!descriptor) {
      this.#messages.send(text);
      return;
    }
    this.#messages.flush();
    descriptor.send(text);
  }

  #setState(state: MonitorState): void {
    if (this.#state === 'closed' || this.#state === state) return;
    this.#state = state;
    this.#tellState();
  }

  #tellState(): void {
    const { onState } = this.#settings;
    if (onState) callListener(onState, this.#state);
  }
}
