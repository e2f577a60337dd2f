// Builds the package in the working directory: JavaScript by tsup, declarations by tsc. The entries are the
// "@virtkit/source" conditions of its package.json, so that an entry point is named in one place, and `src/main.ts`
// where the package has a program, whose committed shim in bin/ imports it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'tsup';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = Object.values(manifest.exports).flatMap((target) => target['@virtkit/source'] ?? []);
if (manifest.bin) sources.push('./src/main.ts');
const entry = Object.fromEntries(sources.map((source) => [source.slice('./src/'.length, -'.ts'.length), source]));

rmSync('dist', { recursive: true, force: true });
await build({
  entry,
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  sourcemap: true,
  removeNodeProtocol: false,
  config: false,
  silent: true,
});
for (const project of ['tsconfig.json', 'src/node/tsconfig.json'].filter(existsSync)) {
  const emit = [
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--declaration',
    '--declarationMap',
    'false',
    '--customConditions',
    '',
  ];
  execFileSync('tsc', ['-p', project, ...emit], { stdio: 'inherit' });
}
