import { commandFailed } from '../command.js';
import { replyLines } from './reply-lines.js';
import { parseHex } from './sizes.js';
import { unexpectedReply } from './unexpected-reply.js';

/** What of the memory to read. */
export interface MemoryDumpOptions {
  readonly address: bigint;
  /** How many units; 1 unless told. */
  readonly count?: number;
  /** 4 unless told. */
  readonly unitBytes?: 1 | 2 | 4 | 8;
}

const UNIT_LETTERS = { 1: 'b', 2: 'h', 4: 'w', 8: 'g' } as const;
const ROW = /^[0-9a-f]{8,16}:((?: 0x[0-9a-f]+)+)$/;
const UNREADABLE = /^[0-9a-f]{8,16}: Cannot access memory$/m;

/** The line of `x` or `xp`. */
export const memoryDumpLine = (command: string, { address, count = 1, unitBytes = 4 }: MemoryDumpOptions): string =>
  `${command}/${count}${UNIT_LETTERS[unitBytes]}x 0x${address.toString(16)}`;

/**
 * The values of a dump in hexadecimal.
 *
 * @throws HmpError `COMMAND_FAILED` if part of the memory can't be read.
 */
export function parseMemoryDump(reply: string): bigint[] {
  const lines = replyLines(reply);
  if (UNREADABLE.test(lines.join('\n'))) throw commandFailed('x', reply);
  return lines.flatMap((line) => {
    const values = ROW.exec(line)?.[1];
    if (values === undefined) throw unexpectedReply('x', line);
    return values.trim().split(' ').map(parseHex);
  });
}
