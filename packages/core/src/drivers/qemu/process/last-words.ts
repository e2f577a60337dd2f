import { readFile } from 'node:fs/promises';

const LINES = 10;

/** The last lines that an emulator wrote to its log since `offset` (bytes), as one text; empty if it said nothing. */
export async function lastWords(logPath: string, offset: number): Promise<string> {
  const log = await readFile(logPath).catch(() => Buffer.alloc(0));
  const lines = log.subarray(offset).toString('utf8').trimEnd().split('\n');
  return lines.slice(-LINES).join('\n');
}
