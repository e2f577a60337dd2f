/** One typed command, ready to be sent: data. */
export interface Command<Result> {
  /** The command line, quoted as the monitor wants it. */
  readonly line: string;
  /**
   * The reply's meaning.
   *
   * @throws HmpError `COMMAND_FAILED` if the reply tells of a failure, `UNEXPECTED_REPLY` if it is in no known form.
   */
  readonly parse: (reply: string) => Result;
  /** Sent next, where the reply itself doesn't tell of a failure; it throws if the command failed. */
  readonly confirm?: Command<unknown>;
}
