// `pnpm conformance [golden|oracle] [--update] [runner's options]`: counts how much of libvirt's recorded behaviour the
// packages reproduce, and fails below conformance/floor/*.json. `--update` raises the floors to what passes now; they
// never sink. The data and their runner lie beside the repository and are no part of it.
import './node-version.mjs';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { run } from './command.mjs';
import { setUp } from './setup.mjs';
import { ROOT } from './workspace.mjs';

const DATA_SETS = ['golden', 'oracle'];
const CONFORMANCE = join(ROOT, '../shared/conformance');

const args = process.argv.slice(2);
const named = DATA_SETS.filter((name) => args.includes(name));
const options = args
  .filter((arg) => !DATA_SETS.includes(arg))
  .map((arg) => (arg === '--update' ? '--update-floor' : arg));

if (existsSync(join(CONFORMANCE, 'run.mjs'))) {
  await setUp('demo');
  await build();
  const results = [];
  for (const name of named.length > 0 ? named : DATA_SETS) results.push(await compare(name));
  if (named.length === 0) results.push(await readBack());
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log('kinds at or above their floor:');
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} else {
  console.log('there is no ../shared/conformance beside the repository: nothing to compare with');
  console.log('0 passed, 0 failed');
}

/** @param {string} name of a data set */
async function compare(name) {
  const directory = mkdtempSync(join(tmpdir(), 'virtkit-conformance-'));
  const result = join(directory, 'result.json');
  const floor = join(ROOT, 'conformance/floor', `${name}.json`);
  mkdirSync(dirname(floor), { recursive: true });
  try {
    console.log(`${name}:`);
    const { status } = await run(
      process.execPath,
      [
        join(CONFORMANCE, 'run.mjs'),
        ...['--adapter', join(ROOT, 'conformance/adapter.mjs')],
        ...['--data', join(CONFORMANCE, name)],
        ...['--floor', floor, '--json', result],
        ...options,
      ],
      { show: true, allowFailure: true },
    );
    return count(status, result, floor);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Whether every document of both data sets comes back as it was. */
async function readBack() {
  console.log('documents:');
  const script = join(ROOT, 'conformance/canonical.mjs');
  const { status } = await run(process.execPath, [script], { show: true, allowFailure: true });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** @param {number} status the runner's @param {string} result its JSON @param {string} floor */
function count(status, result, floor) {
  if (!existsSync(result)) return { passed: 0, failed: 1 };
  const { kinds } = JSON.parse(readFileSync(result, 'utf8'));
  const floors = existsSync(floor) ? JSON.parse(readFileSync(floor, 'utf8')) : {};
  const failed = Object.keys(kinds).filter((kind) => kinds[kind].passed < (floors[kind] ?? 0)).length;
  // The runner fails for other reasons, too, such as an adapter that reads the expected data.
  const failures = status === 0 ? 0 : Math.max(failed, 1);
  return { passed: Object.keys(kinds).length - failed, failed: failures };
}
