const marker = Symbol.for('virtkit.HmpError');

/** Each way to fail: what it means, and whether the same call may succeed later with nothing changed by the caller. */
export const HMP_ERRORS = {
  CONNECT_FAILED: { meaning: 'the monitor could not be reached', isRetryable: true },
  CONNECT_TIMEOUT: { meaning: 'the connection was not made in time', isRetryable: true },
  MONITOR_BUSY: { meaning: 'the server accepted, but sent no prompt: another client holds it', isRetryable: true },
  COMMAND_FAILED: { meaning: 'the monitor’s reply says that the command failed', isRetryable: false },
  COMMAND_TIMEOUT: { meaning: 'the command’s reply did not come in time', isRetryable: true },
  UNEXPECTED_REPLY: { meaning: 'the reply is not in any form that this package knows', isRetryable: false },
  PASSWORD_REQUIRED: { meaning: 'the monitor asks for a password, and there is no onPassword', isRetryable: false },
  ABORTED: { meaning: 'the caller’s signal was aborted', isRetryable: false },
  DISCONNECTED: { meaning: 'the monitor closed the connection or died', isRetryable: false },
  CLOSED: { meaning: 'this side closed the connection', isRetryable: false },
  PROTOCOL_ERROR: { meaning: 'the server sent what no human monitor sends', isRetryable: false },
  INVALID_ARGUMENT: { meaning: 'the caller handed in what cannot be sent', isRetryable: false },
} as const satisfies Record<string, { meaning: string; isRetryable: boolean }>;

/** A key of {@link HMP_ERRORS}. */
export type HmpErrorCode = keyof typeof HMP_ERRORS;

/** What an {@link HmpError} knows beyond its message. */
export interface HmpErrorOptions {
  /** What led to this error. */
  readonly cause?: unknown;
  /** The monitor's reply, where one led to this error. */
  readonly reply?: string | undefined;
}

/**
 * What every function of this package throws. Recognise it by {@link HmpError.isInstance}, which holds across copies of
 * this package.
 */
export class HmpError extends Error {
  override readonly name = 'HmpError';
  /** What went wrong, for programs. */
  readonly code: HmpErrorCode;
  /** The monitor's reply, unchanged, where one led to this error. */
  readonly reply: string | undefined;
  readonly [marker] = true;

  /** @param message What went wrong, for people. */
  constructor(code: HmpErrorCode, message: string, { cause, reply }: HmpErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.reply = reply;
  }

  /** Whether the same call may succeed later, with nothing changed by the caller. */
  get isRetryable(): boolean {
    return HMP_ERRORS[this.code].isRetryable;
  }

  /** Whether `value` is an HmpError, of this copy of the package or of another; with `code`, whether it has that code. */
  static isInstance(value: unknown, code?: HmpErrorCode): value is HmpError {
    const isMarked = typeof value === 'object' && value !== null && marker in value;
    return isMarked && (code === undefined || ('code' in value && value.code === code));
  }
}
