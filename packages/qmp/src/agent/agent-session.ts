import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CommandQueue } from '../engine/command-queue.js';
import { type WaitOptions, withinLimit } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import type { JsonValue } from '../json/json-value.js';
import { readMessage } from '../wire/message.js';
import { type MessageReceiver, MessageStream } from '../wire/message-stream.js';
import { formatRequest } from '../wire/request.js';

/** How the byte 0xFF, which an agent sends before its answer to `guest-sync-delimited`, reads as text. */
const DELIMITER = '\ufffd';

/** What {@link AgentSession} needs. */
export interface AgentSettings {
  readonly name: string;
  readonly syncTimeoutMs: number;
  readonly commandTimeoutMs: number;
  readonly maxMessageLength: number;
}

/**
 * One conversation with a guest agent. The agent greets nobody, may be absent or be restarted at any time, and may hold
 * answers for somebody before us; so commands go one at a time, and after every doubt both sides begin anew.
 */
export class AgentSession implements MessageReceiver {
  /** Resolves with the reason of the end. */
  readonly ended: Promise<QmpError>;
  readonly #settings: AgentSettings;
  readonly #messages: MessageStream;
  readonly #commands: CommandQueue;
  #isSynchronised = false;
  #awaited: { readonly id: number; readonly resolve: () => void } | undefined;
  #heardAt = 0;
  /** Settles when the command before is done with. */
  #turn: Promise<unknown> = Promise.resolve();
  #resolveEnd: (reason: QmpError) => void = () => {};

  constructor(stream: Duplex, settings: AgentSettings) {
    this.#settings = settings;
    this.ended = new Promise((resolve) => {
      this.#resolveEnd = resolve;
    });
    this.#messages = new MessageStream(stream, this, settings);
    this.#commands = new CommandQueue({
      window: 1,
      send: (text) => this.#messages.send(text),
      heardAt: () => this.#heardAt,
    });
  }

  /** Runs a command when those before it are done with, and agrees with the agent on where to begin if need be. */
  execute(command: string, args: object | undefined, options: WaitOptions = {}): Promise<JsonValue> {
    const { signal, timeoutMs = this.#settings.commandTimeoutMs } = options;
    return this.#exclusively(async () => {
      if (!this.#isSynchronised) await this.#synchronise(signal);
      const format = (id: number) => formatRequest('execute', command, args, id);
      try {
        return await this.#commands.run({ name: command, format, signal, timeoutMs });
      } catch (error) {
        // Whether and when the answer comes, nobody knows.
        if (!QmpError.isInstance(error, 'COMMAND_FAILED')) this.#isSynchronised = false;
        throw error;
      }
    });
  }

  /** Begins anew: answers to whatever was asked before are passed over. */
  synchronise(signal?: AbortSignal): Promise<void> {
    return this.#exclusively(() => this.#synchronise(signal));
  }

  /** Ends the conversation, and settles when the stream has let go of its resources. */
  end(reason: QmpError): Promise<void> {
    this.#messages.end(reason);
    return this.#messages.closed;
  }

  heard(): void {
    this.#heardAt = performance.now();
  }

  select(text: string): string | undefined {
    const at = text.lastIndexOf(DELIMITER);
    if (at >= 0) return text.slice(at + 1);
    return this.#awaited ? undefined : text;
  }

  message(message: JsonValue, text: string): void {
    const read = readMessage(message);
    if (this.#awaited) {
      // Other values are answers to somebody's earlier attempts.
      if (read.kind === 'return' && read.value === this.#awaited.id) this.#awaited.resolve();
    } else if (read.kind === 'return') {
      this.#commands.reply(read.id, read.value, undefined);
    } else if (read.kind === 'error') {
      this.#commands.reply(read.id, undefined, read.error);
    } else {
      throw new QmpError('PROTOCOL_ERROR', `${this.#settings.name}: no agent's message: ${text.slice(0, 80)}`);
    }
  }

  finish(reason: QmpError): void {
    this.#commands.end(reason);
    this.#resolveEnd(reason);
  }

  async #synchronise(signal: AbortSignal | undefined): Promise<void> {
    const { name, syncTimeoutMs: timeoutMs } = this.#settings;
    const id = randomInt(2 ** 31);
    const answer = new Promise<void>((resolve, reject) => {
      this.#awaited = { id, resolve };
      void this.ended.then(reject);
    });
    this.#commands.forgetAbandoned();
    this.#messages.sendReset();
    this.#messages.send(formatRequest('execute', 'guest-sync-delimited', { id }, 0));
    const absent = () => new QmpError('UNRESPONSIVE', `${name}: no agent answered within ${timeoutMs} ms`);
    try {
      await withinLimit(answer, `synchronising with ${name}`, { signal, timeoutMs }, absent);
      this.#isSynchronised = true;
    } finally {
      if (this.#isSynchronised) this.#awaited = undefined;
    }
  }

  #exclusively<Value>(run: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(run);
    this.#turn = result.catch(() => {});
    return result;
  }
}
