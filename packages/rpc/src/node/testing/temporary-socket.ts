import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path for a unix socket, in a directory of its own that goes with it. */
export interface TemporarySocket extends AsyncDisposable {
  readonly directory: string;
  readonly path: string;
}

export async function temporarySocket(): Promise<TemporarySocket> {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-rpc-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  return { directory, path: join(directory, 'sock'), [Symbol.asyncDispose]: remove };
}
