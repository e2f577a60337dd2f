/** The lines of a reply, less their ends (CR LF, or LF) and the empty ones behind the last. */
export function replyLines(reply: string): string[] {
  const lines = reply.split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
