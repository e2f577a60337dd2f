import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';

const PACKAGE = join(import.meta.dirname, '../..');

/** A program that was built from the sources, in a directory of its own, which the caller removes. */
export interface BuiltProgram {
  readonly directory: string;
  readonly main: string;
}

/** Builds the program from the sources of all packages. */
export async function buildProgram(): Promise<BuiltProgram> {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-cli-'));
  await build({
    entry: { main: join(PACKAGE, 'src/main.ts') },
    outDir: directory,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    noExternal: [/./],
    esbuildOptions: (options) => {
      options.conditions = ['@virtkit/source'];
    },
    removeNodeProtocol: false,
    config: false,
    silent: true,
  });
  return { directory, main: join(directory, 'main.js') };
}
