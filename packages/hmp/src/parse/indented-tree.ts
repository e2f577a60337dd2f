import { replyLines } from './reply-lines.js';

/** A line and the lines that are indented below it. */
export interface IndentedLine {
  readonly text: string;
  readonly children: readonly IndentedLine[];
}

interface OpenLine {
  readonly indent: number;
  readonly children: IndentedLine[];
}

/** Reads text whose structure is its indentation. Empty lines don't count. */
export function parseIndentedTree(reply: string): IndentedLine[] {
  const roots: IndentedLine[] = [];
  const open: OpenLine[] = [];
  for (const line of replyLines(reply)) {
    const text = line.trim();
    if (text === '') continue;
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const children: IndentedLine[] = [];
    (open.at(-1)?.children ?? roots).push({ text, children });
    open.push({ indent, children });
  }
  return roots;
}
