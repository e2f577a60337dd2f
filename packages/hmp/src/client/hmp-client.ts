import type { Command } from '../command.js';
import { executeCommand } from '../execute-command.js';
import { HmpError } from '../hmp-error.js';
import { encodeLine } from '../wire/command-line.js';
import { traceCommand } from './command-channel.js';
import { Conversation } from './conversation.js';
import type { HumanMonitor } from './human-monitor.js';
import { describeAddress, type MonitorAddress, openStream } from './open-stream.js';
import { abortError, type CommandOptions, type PasswordSource, PendingCommand } from './pending-command.js';
import { startTimeLimit } from './time-limit.js';

const CONNECT_TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 30_000;
const GREETING = /QEMU (\S+) monitor - type 'help' for more information\r\n/;
const ASKS_VNC_PASSWORD = /^\s*change\s+vnc\s+passw(?:or)?d\s*$/;

/** How an {@link HmpClient} connects. */
export interface ConnectOptions {
  /** Aborting it gives up connecting. */
  readonly signal?: AbortSignal | undefined;
  /** How long connecting may take, the monitor's first prompt included; 10,000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** The limit of each command that has none of its own; 30,000 unless told, `Infinity` for none. */
  readonly commandTimeoutMs?: number | undefined;
  /** Gives the password to a monitor that its last client left at a password prompt; `line` is empty then. */
  readonly onPassword?: PasswordSource | undefined;
}

/**
 * A client of QEMU's human monitor (HMP). Commands may be issued without waiting for earlier ones; the monitor runs them in
 * order. It has no events, and a reply has no marker of failure: {@link HmpClient.execute} knows the replies of typed
 * commands, {@link HmpClient.humanMonitorCommand} gives back bare text.
 *
 * Behind each command the client types a random word that no monitor knows, because only its echo tells the end of a reply
 * for certain. The words show up in `info history`.
 */
export class HmpClient implements HumanMonitor, AsyncDisposable {
  /** QEMU's version by the monitor's banner, such as `7.2.22`; absent where another has read the banner. */
  readonly version: string | undefined;
  /** Fulfilled once the connection is over, for whatever reason. */
  readonly closed: Promise<void>;
  readonly #conversation: Conversation;
  readonly #commandTimeoutMs: number;

  private constructor(
    conversation: Conversation,
    closed: Promise<void>,
    { version, commandTimeoutMs }: { version: string | undefined; commandTimeoutMs: number },
  ) {
    this.#conversation = conversation;
    this.#commandTimeoutMs = commandTimeoutMs;
    this.version = version;
    this.closed = closed;
  }

  /**
   * Connects to a monitor and waits for its prompt.
   *
   * @throws HmpError `CONNECT_FAILED`; `CONNECT_TIMEOUT`; `MONITOR_BUSY` when it accepts and stays silent (a monitor has one
   * client at a time); `PASSWORD_REQUIRED` when it was left at a password prompt; `PROTOCOL_ERROR` when it is no human
   * monitor; `DISCONNECTED`; `ABORTED`.
   */
  static async connect(address: MonitorAddress, options: ConnectOptions = {}): Promise<HmpClient> {
    const { timeoutMs = CONNECT_TIMEOUT_MS, commandTimeoutMs = COMMAND_TIMEOUT_MS, signal, onPassword } = options;
    const where = describeAddress(address);
    if (signal?.aborted) throw abortError(`connect to ${where}`, signal.reason);
    const limit = new AbortController();
    const onAbort = (): void => limit.abort(abortError(`connect to ${where}`, signal?.reason));
    const onTimeout = (): void =>
      limit.abort(new HmpError('CONNECT_TIMEOUT', `no connection to ${where} within ${timeoutMs} ms`));
    const stopTimer = startTimeLimit(timeoutMs, onTimeout);
    signal?.addEventListener('abort', onAbort);
    try {
      const stream = await openStream(address, limit.signal);
      const greeting = new PendingCommand('', Buffer.alloc(0), onPassword);
      let onEnd = (): void => {};
      const closed = new Promise<void>((resolve) => {
        onEnd = resolve;
      });
      const conversation = new Conversation(stream, greeting, onEnd);
      const giveUp = (): void => conversation.end(ungreeted(where, limit.signal.reason, conversation));
      limit.signal.addEventListener('abort', giveUp);
      if (limit.signal.aborted) giveUp();
      const version = GREETING.exec(await greeting.reply)?.[1];
      return new HmpClient(conversation, closed, { version, commandTimeoutMs });
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /**
   * Runs one command line and gives back all that it printed, unchanged: lines end with CR LF, and an error looks like any
   * other text.
   *
   * A command that was typed can't be taken back: when it is aborted or its time is over, the monitor goes on with it, and
   * later commands wait for it. `migrate` without `-d` silences the monitor until the migration ended: give it the time.
   * `quit` succeeds when the monitor closes the connection.
   *
   * @param line Without a newline; at most 4095 bytes of UTF-8, no control bytes.
   * @throws HmpError `INVALID_ARGUMENT`, `COMMAND_TIMEOUT`, `ABORTED`, `PASSWORD_REQUIRED`, `DISCONNECTED`, `CLOSED`,
   * `PROTOCOL_ERROR`.
   */
  async humanMonitorCommand(line: string, options: CommandOptions = {}): Promise<string> {
    const { signal, timeoutMs = this.#commandTimeoutMs, onPassword } = options;
    const bytes = encodeLine(line);
    if (onPassword === undefined && ASKS_VNC_PASSWORD.test(line)) {
      throw new HmpError('PASSWORD_REQUIRED', `'${line}' asks for a password, and there is no onPassword`);
    }
    if (signal?.aborted) throw abortError(line, signal.reason);
    return traceCommand(line, () => {
      const command = new PendingCommand(line, bytes, onPassword);
      command.limit({ signal, timeoutMs, onGiveUp: () => this.#conversation.drop(command) });
      this.#conversation.add(command);
      return command.reply;
    });
  }

  /**
   * Runs a typed command, such as `infoStatus()`.
   *
   * @throws HmpError As {@link humanMonitorCommand}, and `COMMAND_FAILED`, `UNEXPECTED_REPLY`.
   */
  execute<Result>(command: Command<Result>, options?: CommandOptions): Promise<Result> {
    return executeCommand(this, command, options);
  }

  /** Closes the connection; commands without a reply fail with `CLOSED`. The monitor goes on with what was typed. */
  async close(): Promise<void> {
    this.#conversation.end(new HmpError('CLOSED', 'the monitor connection is closed'));
    await this.closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Why a stream that is open gave no prompt before `reason`. */
function ungreeted(where: string, reason: unknown, { partialReply }: Conversation): HmpError {
  if (!HmpError.isInstance(reason, 'CONNECT_TIMEOUT')) {
    return HmpError.isInstance(reason) ? reason : new HmpError('ABORTED', 'connecting was aborted', { cause: reason });
  }
  if (partialReply === '') return new HmpError('MONITOR_BUSY', `${where} sent nothing: another client may hold it`);
  const shown = JSON.stringify(partialReply.slice(0, 40));
  return new HmpError('PROTOCOL_ERROR', `${where} sent ${shown} and no prompt: it is no human monitor`);
}
