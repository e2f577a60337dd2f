// Builds the package in the working directory: JavaScript by tsup, declarations by tsc. The entries are the
// "@virtkit/source" conditions of its package.json, so that an entry point is named in one place, and `src/main.ts`
// where the package has a program, whose committed shim in bin/ imports it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'tsup';
import { emitDeclarations } from './emit-declarations.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const exported = Object.values(manifest.exports).flatMap((target) => target['@virtkit/source'] ?? []);
const sources = manifest.bin ? [...exported, './src/main.ts'] : exported;

rmSync('dist', { recursive: true, force: true });
await build({
  entry: Object.fromEntries(sources.map((source) => [entryName(source), source])),
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  sourcemap: true,
  removeNodeProtocol: false,
  config: false,
  silent: true,
});
await emitDeclarations(['tsconfig.json', 'src/node/tsconfig.json'].filter(existsSync), exported.map(entryName));

/** @param {string} source such as `./src/node/index.ts` */
function entryName(source) {
  return source.slice('./src/'.length, -'.ts'.length);
}
