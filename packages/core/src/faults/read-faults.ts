import { readFile } from 'node:fs/promises';
import { VirtError } from '@virtkit/errors';
import { checkFault } from './check-fault.js';
import type { Fault } from './fault.js';

/**
 * Reads a script: a JSON file with a list of faults.
 * @throws VirtError INVALID_ARG that names the file, and what is wrong with which fault
 */
export async function readFaults(path: string, options: { readonly signal?: AbortSignal } = {}): Promise<Fault[]> {
  const content = await readFile(path, { encoding: 'utf8', ...options }).catch((cause: Error) => {
    options.signal?.throwIfAborted();
    throw new VirtError('INVALID_ARG', `cannot read the faults in '${path}': ${cause.message}`, { cause });
  });
  let list: unknown;
  try {
    list = JSON.parse(content);
  } catch (cause) {
    throw new VirtError('INVALID_ARG', `'${path}' is no JSON`, { cause });
  }
  if (!Array.isArray(list)) throw new VirtError('INVALID_ARG', `'${path}' holds no list of faults`);
  return list.map((value, index) => checkFault(value, `fault ${index + 1} in '${path}'`));
}
