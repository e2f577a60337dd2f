import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

// A browser loads all of it to show one domain, so its size is a promise; raise it for elements, never for carelessness.
const CEILING_KIB = 49;

test(`a browser's bundle has at most ${CEILING_KIB} KiB, compressed, and nothing of Node`, async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    conditions: ['@virtkit/source'],
    platform: 'browser',
    format: 'esm',
    bundle: true,
    minify: true,
    write: false,
  });
  const [bundle] = outputFiles;
  expect(gzipSync(bundle?.contents ?? '', { level: 9 }).length / 1024).toBeLessThan(CEILING_KIB);
});
