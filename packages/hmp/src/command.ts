import { HmpError } from './hmp-error.js';
import { replyLines } from './parse/reply-lines.js';

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

/** The forms in which a monitor says that a command failed; none of them is a marker. */
const FAILURES = [
  /^Error: /,
  /^unknown command: '/,
  /^Command ".*" is not available/,
  /^Try "help .*" for more information$/m,
];
const WARNING = /^(?:\S+: )?(?:warning|info): /;

/** What to throw for a command whose reply tells of a failure. */
export const commandFailed = (line: string, reply: string): HmpError =>
  new HmpError('COMMAND_FAILED', `'${line}': ${replyLines(reply).join(' ')}`, { reply });

/** A command that prints what `parse` reads. */
export function query<Result>(line: string, parse: (reply: string) => Result): Command<Result> {
  const parseUnlessFailed = (reply: string): Result => {
    const text = replyLines(reply).join('\n');
    if (FAILURES.some((failure) => failure.test(text))) throw commandFailed(line, reply);
    return parse(reply);
  };
  return { line, parse: parseUnlessFailed };
}

/**
 * A command that prints nothing when it succeeds, or lines that match `success`. So whatever else it prints tells of its
 * failure; only warnings don't.
 */
export function action(
  line: string,
  { success, confirm }: { success?: RegExp; confirm?: Command<unknown> } = {},
): Command<void> {
  const parse = (reply: string): void => {
    const isHarmless = (text: string): boolean => text === '' || WARNING.test(text) || success?.test(text) === true;
    if (!replyLines(reply).every(isHarmless)) throw commandFailed(line, reply);
  };
  return confirm === undefined ? { line, parse } : { line, parse, confirm };
}
