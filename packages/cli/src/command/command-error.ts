/** A command failed: what it was about, and what led to it as `cause`. Each is one `error:` line. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

/** No connection could be opened, so that no further command of the line can run. */
export class ConnectError extends CommandError {
  override readonly name = 'ConnectError';
}

/** The command line itself is wrong; no command of it has run. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}

/**
 * Waits for `work`, and says what failed if it does.
 * @throws CommandError with `message`, the reason as its cause
 */
export async function orFail<T>(message: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new CommandError(message, { cause });
  }
}
