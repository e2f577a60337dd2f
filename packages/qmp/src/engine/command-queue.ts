import type { CarriedDescriptor } from '../descriptors/descriptor-socket.js';
import { QmpCommandError, QmpError } from '../errors.js';
import type { JsonValue } from '../json/json-value.js';
import type { ErrorReply } from '../wire/message.js';
import { DeadlineTimer } from './deadline-timer.js';
import { SharedAborts } from './shared-aborts.js';
import { abortError, isLimited, type WaitOptions } from './time-limit.js';

/** A command on its way through the queue. */
interface Command {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly isOutOfBand: boolean;
  readonly descriptor: CarriedDescriptor | undefined;
  readonly timeoutMs: number;
  readonly deadlineAt: number;
  readonly resolve: (value: JsonValue) => void;
  readonly reject: (error: QmpError) => void;
  stopListening: (() => void) | undefined;
  sentAt: number;
  isSettled: boolean;
}

/** What {@link CommandQueue.run} takes. */
export interface CommandRequest extends WaitOptions {
  readonly name: string;
  readonly timeoutMs: number;
  /** Sent at once, past the window and the server's own queue. */
  readonly isOutOfBand?: boolean | undefined;
  /** A descriptor that goes with it. */
  readonly descriptor?: CarriedDescriptor | undefined;
  /** The message's text, given the command's id. */
  readonly format: (id: number) => string;
}

export interface CommandQueueSettings {
  readonly window: number;
  readonly send: (text: string, descriptor: CarriedDescriptor | undefined) => void;
  /** When the server was last heard of, on the clock of `performance.now()`. */
  readonly heardAt: () => number;
}

/**
 * The commands of one connection: a bounded window of them with the server, the rest in order behind. A command whose
 * caller gave up still counts as with the server until its reply is here, because it occupies the server's queue.
 */
export class CommandQueue {
  /** In-band commands that the server may have at a time; the rest waits here. */
  window: number;
  readonly #settings: CommandQueueSettings;
  readonly #waiting = new Set<Command>();
  readonly #sent = new Map<number, Command>();
  readonly #deadlines = new DeadlineTimer((now) => this.#expire(now));
  readonly #aborts = new SharedAborts();
  #inBand = 0;
  #lastId = 0;
  #endReason: QmpError | undefined;

  constructor(settings: CommandQueueSettings) {
    this.#settings = settings;
    this.window = settings.window;
  }

  /** Since when the oldest unanswered command has been with the server, or `undefined` where none is. */
  get oldestSentAt(): number | undefined {
    for (const command of this.#sent.values()) return command.sentAt;
    return undefined;
  }

  /** Sends a command when its turn comes. Rejects with the server's error, a typed local one, or the reason of the end. */
  run({ name, format, isOutOfBand = false, descriptor, signal, timeoutMs }: CommandRequest): Promise<JsonValue> {
    return new Promise((resolve, reject) => {
      if (this.#endReason) throw this.#endReason;
      if (signal?.aborted) throw abortError(name, signal);
      const id = ++this.#lastId;
      const command: Command = {
        id,
        name,
        text: format(id),
        isOutOfBand,
        descriptor,
        timeoutMs,
        deadlineAt: isLimited(timeoutMs) ? performance.now() + timeoutMs : Number.POSITIVE_INFINITY,
        resolve,
        reject,
        stopListening: undefined,
        sentAt: 0,
        isSettled: false,
      };
      if (signal) {
        const abort = () => this.#fail(command, abortError(name, signal));
        command.stopListening = this.#aborts.listen(signal, abort);
      }
      this.#deadlines.expectAt(command.deadlineAt);
      if (isOutOfBand || this.#inBand < this.window) this.#send(command);
      else this.#waiting.add(command);
    });
  }

  /**
   * Settles the command that a reply belongs to. A reply without an id can only be assigned while one command alone is
   * with the server; a reply to a command that nobody remembers is dropped, as the protocol demands.
   *
   * @throws {@link QmpError} `PROTOCOL_ERROR` where a reply cannot be assigned.
   */
  reply(id: JsonValue | undefined, value: JsonValue | undefined, error: ErrorReply | undefined): void {
    const command = typeof id === 'number' ? this.#sent.get(id) : this.#onlyCommand(id, error);
    if (!command) return;
    this.#sent.delete(command.id);
    if (!command.isOutOfBand) this.#inBand--;
    if (!command.isSettled) {
      this.#settle(command);
      if (error) command.reject(new QmpCommandError(command.name, error.class, error.desc));
      else command.resolve(value ?? null);
    }
    this.#sendWaiting();
  }

  /** Forgets the commands whose callers gave up: the server was told to forget them, too. */
  forgetAbandoned(): void {
    for (const command of this.#sent.values()) {
      if (!command.isSettled || !this.#sent.delete(command.id)) continue;
      if (!command.isOutOfBand) this.#inBand--;
    }
  }

  /** Rejects all commands, these and later ones, with `reason`. */
  end(reason: QmpError): void {
    this.#endReason = reason;
    this.#deadlines.stop();
    for (const command of [...this.#sent.values(), ...this.#waiting]) this.#fail(command, reason);
    this.#sent.clear();
    this.#waiting.clear();
  }

  #onlyCommand(id: JsonValue | undefined, error: ErrorReply | undefined): Command | undefined {
    if (id !== undefined) return undefined;
    const [command, ...others] = this.#sent.values();
    if (command && others.length === 0) return command;
    const what = error ? `the error '${error.desc}'` : 'a reply';
    throw new QmpError('PROTOCOL_ERROR', `${what} carries no id, and ${this.#sent.size} commands are unanswered`);
  }

  #send(command: Command): void {
    if (!command.isOutOfBand) this.#inBand++;
    command.sentAt = performance.now();
    this.#sent.set(command.id, command);
    this.#settings.send(command.text, command.descriptor);
  }

  #sendWaiting(): void {
    for (const command of this.#waiting) {
      if (this.#inBand >= this.window) return;
      this.#waiting.delete(command);
      this.#send(command);
    }
  }

  #expire(now: number): number {
    let nextAt = Number.POSITIVE_INFINITY;
    for (const command of [...this.#sent.values(), ...this.#waiting]) {
      if (command.isSettled) continue;
      if (command.deadlineAt > now) nextAt = Math.min(nextAt, command.deadlineAt);
      else this.#fail(command, this.#timeoutError(command));
    }
    return nextAt;
  }

  #timeoutError({ name, timeoutMs, sentAt }: Command): QmpError {
    if (sentAt === 0) {
      return new QmpError('COMMAND_TIMEOUT', `${name}: not even sent within ${timeoutMs} ms, for others before it`);
    }
    if (this.#settings.heardAt() <= sentAt) {
      return new QmpError('UNRESPONSIVE', `${name}: the server has been silent for ${timeoutMs} ms`);
    }
    return new QmpError('COMMAND_TIMEOUT', `${name}: no reply within ${timeoutMs} ms`);
  }

  #fail(command: Command, error: QmpError): void {
    if (command.isSettled) return;
    this.#waiting.delete(command);
    this.#settle(command);
    command.reject(error);
  }

  #settle(command: Command): void {
    command.isSettled = true;
    command.stopListening?.();
  }
}
