import { readFile } from 'node:fs/promises';
import { getSystemErrorMap } from 'node:util';
import { CommandError } from '../command/command-error.js';

/** The positional of commands that read a domain's definition. */
export const XML_FILE = { summary: 'file with the XML of a domain' } as const;

/** A system error in the C library's words, which begin with a capital. */
function reasonOf(error: unknown): string {
  const number = error instanceof Error && 'errno' in error ? Number(error.errno) : 0;
  const [, words = String(error)] = getSystemErrorMap().get(number) ?? [];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Reads a document. @throws CommandError that names the file and the reason */
export async function readXmlFile(file: string, signal: AbortSignal): Promise<string> {
  try {
    return await readFile(file, { encoding: 'utf8', signal });
  } catch (error) {
    throw new CommandError(`Failed to open file '${file}': ${reasonOf(error)}`);
  }
}
