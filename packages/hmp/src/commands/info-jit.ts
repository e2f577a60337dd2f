import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { parseNumber } from '../parse/sizes.js';
import { unexpectedReply } from '../parse/unexpected-reply.js';

/** The state of the binary translator (TCG). */
export interface JitInfo {
  readonly codeBytes: number;
  readonly codeCapacityBytes: number;
  readonly translationBlocks: number;
  readonly flushes: number;
  readonly invalidations: number;
  /** Every row by its printed name, as text: `TB avg host size` → `317 bytes (expansion ratio: 24.5)`. */
  readonly rows: Readonly<Record<string, string>>;
}

const ROW = /^(?<name>\S+(?: \S+)*?)(?: {2,}|: ?| (?=\d))(?<value>\S.*)$/;
const CODE_SIZE = /^(\d+)\/(\d+)$/;

/** Reads what `info jit` prints. */
export function parseJit(reply: string): JitInfo {
  const rows: Record<string, string> = {};
  for (const line of replyLines(reply)) {
    const { name, value } = ROW.exec(line)?.groups ?? {};
    if (name !== undefined && value !== undefined) rows[name] = value;
  }
  const [, code, capacity] = CODE_SIZE.exec(rows['gen code size'] ?? '') ?? [];
  if (code === undefined || capacity === undefined) throw unexpectedReply('info jit', reply);
  const countOf = (name: string): number => parseNumber(rows[name]);
  return {
    codeBytes: Number(code),
    codeCapacityBytes: Number(capacity),
    translationBlocks: countOf('TB count'),
    flushes: countOf('TB flush count'),
    invalidations: countOf('TB invalidate count'),
    rows,
  };
}

/** The binary translator's state; fails where KVM serves the domain. */
export const infoJit = (): Command<JitInfo> => query('info jit', parseJit);
