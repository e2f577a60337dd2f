import { type Command, query } from '../command.js';
import { type MemoryDumpOptions, memoryDumpLine, parseMemoryDump } from '../parse/memory-dump.js';

/** Reads the guest’s physical memory. */
export const xp = (options: MemoryDumpOptions): Command<bigint[]> =>
  query(memoryDumpLine('xp', options), parseMemoryDump);
