import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { promisedOutput } from '../scripts/examples-alone.mjs';

const directory = join(import.meta.dirname, 'alone');
const run = promisify(execFile);

// They import the built packages, as their readers would: `pnpm build` comes first.
test.each(readdirSync(directory))('alone/%s prints what it promises', async (name) => {
  const example = join(directory, name);
  const promised = promisedOutput(readFileSync(example, 'utf8'));
  expect(promised).not.toBe('');
  const { stdout } = await run(process.execPath, [example], { timeout: 25_000 });
  expect(stdout).toBe(promised);
});
