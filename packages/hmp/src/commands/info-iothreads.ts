import { type Command, query } from '../command.js';
import { parseIndentedTree } from '../parse/indented-tree.js';
import { parseKeyValues } from '../parse/key-values.js';
import { parseNumber } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One I/O thread. */
export interface IoThread {
  readonly id: string;
  readonly threadId: number;
  /** Its settings under the names that QEMU prints: `poll-max-ns`, `aio-max-batch` … */
  readonly settings: Readonly<Record<string, number>>;
}

/** The heading of one; up to QEMU 2.8 with the thread in the same line. */
const HEADING = /^(?<id>.+?):(?: thread_id=(?<thread>\d+))?$/;

/** Reads what `info iothreads` prints. */
export const parseIoThreads = (reply: string): IoThread[] =>
  parseIndentedTree(reply).map(({ text, children }) => {
    const { id = '', thread } = matchReply('info iothreads', HEADING, text);
    const lines = children.map((child) => child.text).join('\n');
    const { thread_id = thread, ...settings } = parseKeyValues(lines, '\n');
    const numbers = Object.entries(settings).map(([name, value]) => [name, parseNumber(value)]);
    return { id, threadId: parseNumber(thread_id), settings: Object.fromEntries(numbers) };
  });

/** The I/O threads. */
export const infoIothreads = (): Command<IoThread[]> => query('info iothreads', parseIoThreads);
