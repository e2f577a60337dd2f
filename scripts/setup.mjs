// Installs what is missing for the demo or the tests, saying so first: Debian packages by apt, dependencies by pnpm.
//   node scripts/setup.mjs [demo|test]
import './node-version.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command.mjs';
import { DEBIAN_PACKAGES } from './setup/debian-packages.mjs';
import { lastWords, SetUpError } from './setup/set-up-error.mjs';

const ROOT = join(import.meta.dirname, '..');

/** npm and pnpm wait for a minute before they give up; without a network the reader should know sooner. */
const PATIENCE = {
  npm_config_fetch_retries: '4',
  npm_config_fetch_retry_mintimeout: '500',
  npm_config_fetch_retry_maxtimeout: '4000',
};

/**
 * Silent and fast when nothing is missing.
 * @param {import('./setup/debian-packages.mjs').Purpose} purpose
 * @param {{ report?: (line: string) => void }} [options]
 */
export async function setUp(purpose, { report = (line) => console.error(line) } = {}) {
  const packages = DEBIAN_PACKAGES.filter(({ purposes, file }) => purposes.includes(purpose) && !existsSync(file));
  const dependencies = !sameText('pnpm-lock.yaml', 'node_modules/.pnpm/lock.yaml');
  if (packages.length > 0 || dependencies) report('set-up: this machine lacks');
  for (const { name, why } of packages) report(`  ${name}: ${why} (will be installed by apt)`);
  if (dependencies) report('  node_modules: what the packages depend on (will be installed by pnpm)');

  if (packages.length > 0)
    await installDebianPackages(
      packages.map(({ name }) => name),
      report,
    );
  if (dependencies) await installDependencies(report);
  // `npm run` puts the former there only if it exists by then; the latter has libvirtd, and isn't on everybody's path.
  process.env.PATH = [join(ROOT, 'node_modules/.bin'), process.env.PATH, '/usr/sbin'].join(delimiter);
}

/** @param {string[]} names @param {(line: string) => void} report */
async function installDebianPackages(names, report) {
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  const byHand = `apt-get update && apt-get ${install.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new SetUpError(`these programs are missing, and only Debian's apt is known here: ${names.join(', ')}`);
  }
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !(await succeeds('sudo', ['-n', 'true']))) {
    throw new SetUpError(
      `installing needs root, and sudo doesn't allow it without a password. Run this as root, then again what you ran:\n  ${byHand}`,
    );
  }
  const apt = async (/** @type {string[]} */ args) => {
    const options = ['-o', 'APT::Update::Error-Mode=any', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...args];
    return run(program, rest);
  };
  report(`set-up: ${byHand}`);
  // A source that these packages don't come from may be out of order: whether they install is what counts.
  const update = await apt(['update']).catch((error) => error);
  try {
    await apt(install);
  } catch (error) {
    const cause = update instanceof Error ? update : error;
    throw new SetUpError(`the Debian packages could not be installed; is there a network?\n${lastWords(cause)}`, {
      cause,
    });
  }
}

/** @param {(line: string) => void} report */
async function installDependencies(report) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const command = ['npx', '--yes', packageManager, 'install', '--frozen-lockfile'];
  report(`set-up: ${command.join(' ')}`);
  try {
    await run(command[0], command.slice(1), { cwd: ROOT, env: { CI: 'true', ...PATIENCE } });
  } catch (error) {
    throw new SetUpError(`the dependencies could not be installed; is there a network?\n${lastWords(error)}`, {
      cause: error,
    });
  }
}

/** @param {string} program @param {string[]} args */
async function succeeds(program, args) {
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** @param {string} left @param {string} right */
function sameText(left, right) {
  const [a, b] = [left, right].map((name) => join(ROOT, name));
  return existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await setUp(process.argv[2] === 'demo' ? 'demo' : 'test');
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(`set-up: ${error.message}`);
    process.exitCode = 1;
  }
}
