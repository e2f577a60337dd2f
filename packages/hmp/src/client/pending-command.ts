import { setMaxListeners } from 'node:events';
import { HmpError } from '../hmp-error.js';
import type { CallOptions } from './human-monitor.js';
import { startTimeLimit } from './time-limit.js';

/** Asked for the password that the command `line` wants; `text` is what the command printed before it asked. */
export type PasswordSource = (question: { readonly line: string; readonly text: string }) => string | Promise<string>;

/** How one command is sent by an {@link HmpClient}. */
export interface CommandOptions extends CallOptions {
  /**
   * Gives the password if the command asks for one. Without it such a command ends the connection with
   * `PASSWORD_REQUIRED`, because nothing but a password gets the monitor out of its prompt.
   */
  readonly onPassword?: PasswordSource | undefined;
}

/** How long a command may take, and how it is given up. */
export interface CommandLimits {
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Called when the command is given up before its reply. */
  readonly onGiveUp: () => void;
}

/**
 * Commands that may ask for a password, or end the monitor. What is typed behind them could become the password, so the
 * sentinel is typed only once they show a prompt. (Beyond `change`, only QEMU up to 0.14 asks.)
 */
const TAKES_INPUT = /^\s*(?:q|quit|change|c|cont|block_passwd)(?:\s|$)/;
const ENDS_MONITOR = /^\s*(?:q|quit)\s*$/;

/** One command between the call and its reply. It is settled once; what comes later is ignored. */
export class PendingCommand {
  /** The reply, as the monitor sent it. */
  readonly reply: Promise<string>;
  #resolve: (reply: string) => void = () => {};
  #reject: (error: HmpError) => void = () => {};
  #release: () => void = () => {};

  /** @param bytes What is typed for `line`, less Enter. */
  constructor(
    readonly line: string,
    readonly bytes: Buffer,
    readonly onPassword: PasswordSource | undefined,
  ) {
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Whether what is typed behind it might not be read as a command. */
  get takesInput(): boolean {
    return TAKES_INPUT.test(this.line);
  }

  /** Whether the connection's end is its success. */
  get endsMonitor(): boolean {
    return ENDS_MONITOR.test(this.line);
  }

  /** From now on the command can be aborted, and has its time. */
  limit({ signal, timeoutMs, onGiveUp }: CommandLimits): void {
    const giveUp = (error: HmpError): void => {
      this.reject(error);
      onGiveUp();
    };
    const onAbort = (): void => giveUp(abortError(this.line, signal?.reason));
    const onTimeout = (): void =>
      giveUp(new HmpError('COMMAND_TIMEOUT', `no reply to '${this.line}' within ${timeoutMs} ms`));
    const stopTimer = startTimeLimit(timeoutMs, onTimeout);
    if (signal !== undefined) {
      // Any number of commands may share one signal; without this, Node warns of a leak at the eleventh.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', onAbort, { once: true });
    }
    this.#release = () => {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    };
  }

  resolve(reply: string): void {
    this.#release();
    this.#resolve(reply);
  }

  reject(error: HmpError): void {
    this.#release();
    this.#reject(error);
  }
}

/** What an aborted command throws. */
export const abortError = (line: string, reason: unknown): HmpError =>
  new HmpError('ABORTED', `'${line}' was aborted`, { cause: reason });
