const marker = Symbol.for('virtkit.QmpError');

/** Each way to fail: what it means, and whether the same call may succeed later with nothing changed by the caller. */
export const QMP_ERRORS = {
  CONNECT_FAILED: { meaning: 'the monitor could not be reached', isRetryable: true },
  LISTEN_FAILED: { meaning: 'the address could not be listened on', isRetryable: true },
  CONNECT_TIMEOUT: { meaning: 'the connection was not made in time', isRetryable: true },
  MONITOR_BUSY: { meaning: 'the server accepted, but sent no greeting: another client holds it', isRetryable: true },
  NEGOTIATION_FAILED: { meaning: 'the greeting or the negotiation of capabilities went wrong', isRetryable: false },
  NEGOTIATION_TIMEOUT: { meaning: 'the server greeted, but did not answer the negotiation', isRetryable: true },
  COMMAND_FAILED: { meaning: 'the server answered with an error', isRetryable: false },
  COMMAND_TIMEOUT: { meaning: 'the server is alive, but did not answer this command in time', isRetryable: true },
  UNRESPONSIVE: { meaning: 'the server sent nothing at all while the command waited', isRetryable: true },
  EVENT_TIMEOUT: { meaning: 'the event awaited did not come in time', isRetryable: true },
  ABORTED: { meaning: 'the caller’s signal was aborted', isRetryable: false },
  DISCONNECTED: { meaning: 'the server closed the connection or died', isRetryable: false },
  CLOSED: { meaning: 'this side closed the connection', isRetryable: false },
  PROTOCOL_ERROR: { meaning: 'the server sent what is no QMP', isRetryable: false },
  MESSAGE_TOO_LARGE: { meaning: 'the server sent a message over the limit', isRetryable: false },
  INVALID_ARGUMENT: { meaning: 'the caller handed in what cannot be sent', isRetryable: false },
  NOT_SUPPORTED: { meaning: 'this server or this platform cannot do it', isRetryable: false },
} as const satisfies Record<string, { meaning: string; isRetryable: boolean }>;

/** A key of {@link QMP_ERRORS}. */
export type QmpErrorCode = keyof typeof QMP_ERRORS;

/**
 * What every function of this package throws. Recognise it by {@link QmpError.isInstance}, which holds across copies of
 * this package.
 */
export class QmpError extends Error {
  override readonly name: string = 'QmpError';
  /** What went wrong, for programs. */
  readonly code: QmpErrorCode;
  readonly [marker] = true;

  /** @param message What went wrong, for people. */
  constructor(code: QmpErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }

  /** Whether the same call may succeed later, with nothing changed by the caller. */
  get isRetryable(): boolean {
    return QMP_ERRORS[this.code].isRetryable;
  }

  /** What a log or another process needs to know of it. */
  toJSON(): Record<string, string> {
    return { name: this.name, code: this.code, message: this.message };
  }

  /** Whether `value` is a QmpError, of this copy of the package or of another; with `code`, whether it has that code. */
  static isInstance(value: unknown, code?: QmpErrorCode): value is QmpError {
    const isMarked = typeof value === 'object' && value !== null && marker in value;
    return isMarked && (code === undefined || ('code' in value && value.code === code));
  }
}

/** The error classes that QEMU documents; other servers may have more. */
export type CommandErrorClass =
  | 'GenericError'
  | 'CommandNotFound'
  | 'DeviceNotActive'
  | 'DeviceNotFound'
  | 'KVMMissingCap'
  | (string & {});

/** The server's own answer to a command that failed. `code` is always `COMMAND_FAILED`. */
export class QmpCommandError extends QmpError {
  override readonly name = 'QmpCommandError';
  /** The command that failed, such as `device_add`. */
  readonly command: string;
  /** The server's class of the error. */
  readonly errorClass: CommandErrorClass;
  /** The server's words, unchanged. */
  readonly description: string;

  constructor(command: string, errorClass: CommandErrorClass, description: string) {
    super('COMMAND_FAILED', `${command}: ${description}`);
    this.command = command;
    this.errorClass = errorClass;
    this.description = description;
  }

  override toJSON(): Record<string, string> {
    const { command, errorClass, description } = this;
    return { ...super.toJSON(), command, errorClass, description };
  }

  /** Whether `value` is a command's failure; with `errorClass`, whether it is of that class. */
  static override isInstance(value: unknown, errorClass?: CommandErrorClass): value is QmpCommandError {
    return (
      QmpError.isInstance(value, 'COMMAND_FAILED') &&
      'errorClass' in value &&
      (errorClass === undefined || value.errorClass === errorClass)
    );
  }
}
