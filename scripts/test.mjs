// `npm test`: sets the machine up, then runs every test of every package, on the real QEMU.
// Arguments go to vitest: `npm test -- packages/qmp`.
import './node-version.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CommandError, run } from './command.mjs';
import { guestImage } from './guest-image.mjs';
import { SetUpError } from './setup/set-up-error.mjs';
import { setUp } from './setup.mjs';
import { ROOT } from './workspace.mjs';

try {
  await setUp('test');
  await guestImage();
  console.log('building the packages');
  await build();
  await test(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpError || error instanceof CommandError)) throw error;
  console.error(`npm test: ${error.message}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** @param {string[]} args */
async function test(args) {
  const directory = mkdtempSync(join(tmpdir(), 'virtkit-test-'));
  const results = join(directory, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const { status } = await run('vitest', ['run', ...reporters, ...args], {
      cwd: ROOT,
      show: true,
      allowFailure: true,
      timeoutMs: 1_200_000,
    });
    const { passed, failed } = counts(results);
    // A file that can't be loaded fails the run without one failed test.
    const failures = status === 0 ? failed : Math.max(failed, 1);
    console.log(`${passed} passed, ${failures} failed`);
    process.exitCode = failures > 0 ? 1 : 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @param {string} results */
function counts(results) {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8'));
  return { passed, failed };
}
