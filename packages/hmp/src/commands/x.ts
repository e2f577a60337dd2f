import { type Command, query } from '../command.js';
import { type MemoryDumpOptions, memoryDumpLine, parseMemoryDump } from '../parse/memory-dump.js';

/** Reads the guest’s virtual memory, as the monitor’s current CPU sees it. */
export const x = (options: MemoryDumpOptions): Command<bigint[]> =>
  query(memoryDumpLine('x', options), parseMemoryDump);
