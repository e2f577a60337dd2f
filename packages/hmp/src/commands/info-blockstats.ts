import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** The counters of one block device, under the names that QEMU prints: `rd_bytes`, `wr_operations` … */
export interface BlockStatistics {
  readonly device: string;
  readonly counters: Readonly<Record<string, number>>;
}

const FORM = /^(?<device>.*): (?<counters>rd_bytes=.*)$/;
const COUNTER = /([a-z_]+)=(-?\d+)/g;

function parseDevice(line: string): BlockStatistics {
  const { device = '', counters = '' } = matchReply('info blockstats', FORM, line);
  const pairs = Array.from(counters.matchAll(COUNTER), ([, name = '', value]) => [name, Number(value)]);
  return { device, counters: Object.fromEntries(pairs) };
}

/** Old QEMUs print the statistics of a device's backing file below it, indented; those are left out. */
export const parseBlockStatistics = (reply: string): BlockStatistics[] =>
  replyLines(reply)
    .filter((line) => !/^\s/.test(line))
    .map(parseDevice);

/** What each block device has read and written. */
export const infoBlockstats = (): Command<BlockStatistics[]> => query('info blockstats', parseBlockStatistics);
