import { HmpError } from '../hmp-error.js';

/** What a parser throws for text in no known form. */
export const unexpectedReply = (command: string, text: string): HmpError =>
  new HmpError('UNEXPECTED_REPLY', `'${command}' printed ${JSON.stringify(text.slice(0, 200))}`, { reply: text });

/** The groups of `pattern` in `text`. @throws HmpError `UNEXPECTED_REPLY` if `text` doesn't match. */
export function matchReply(
  command: string,
  pattern: RegExp,
  text: string,
): Readonly<Record<string, string | undefined>> {
  const match = pattern.exec(text);
  if (match === null) throw unexpectedReply(command, text);
  return match.groups ?? {};
}
