/** What checks commands before they are sent, and replies before they are returned. */
export interface CommandValidator {
  /** @throws whatever says that the arguments are wrong; the command is not sent then. */
  checkArguments(name: string, args: object): void;
  /** @throws whatever says that the reply is wrong; the caller gets that instead. */
  checkReply(name: string, reply: unknown): void;
}
