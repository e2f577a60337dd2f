// The packages as their users get them: packed, linted, and each installed into an empty project of its own, where every
// export is imported, every program answers, and the package's example runs.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.mjs';
import { promisedOutput } from '../examples-alone.mjs';
import { refuse } from '../steps.mjs';
import { ROOT, workspacePackages } from '../workspace.mjs';

/** @typedef {import('../workspace.mjs').WorkspacePackage} WorkspacePackage */

/** @returns {string} a temporary directory for tarballs and projects, to be removed by the caller */
export function packingDirectory() {
  return mkdtempSync(join(tmpdir(), 'virtkit-pack-'));
}

/** @param {string} directory */
export async function packAll(directory) {
  await run('pnpm', ['--filter', './packages/*', 'pack', '--pack-destination', directory], { cwd: ROOT });
  const missing = workspacePackages().filter((member) => !existsSync(tarball(directory, member)));
  refuse(missing.map(({ name }) => `pnpm made no tarball of ${name}`));
}

/** @param {string} directory where all are packed @param {WorkspacePackage} member */
export async function lintTarball(directory, member) {
  await run('publint', ['run', tarball(directory, member), '--strict']);
  await run('attw', [tarball(directory, member), '--profile', 'esm-only', '--no-emoji', '--no-color']);
}

/** @param {string} directory where all are packed @param {WorkspacePackage} member */
export async function useTarball(directory, member) {
  const project = join(directory, `project-${member.name}`);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), projectManifest(directory, member));
  await run('pnpm', ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'], { cwd: project });
  await importExports(project, member);
  for (const program of Object.keys(member.manifest.bin ?? {})) {
    const { stdout } = await run(join(project, 'node_modules/.bin', program), ['--help'], { timeoutMs: 30_000 });
    if (!stdout.trim()) refuse([`${program} --help prints nothing`]);
  }
  await runExample(project, member);
}

/**
 * The package's own tarball and what it wants beside it, and for its dependencies the others, which no registry has yet.
 * @param {string} directory
 * @param {WorkspacePackage} member
 */
function projectManifest(directory, { manifest }) {
  const files = workspacePackages().map((other) => [other.manifest.name, `file:${tarball(directory, other)}`]);
  const { [manifest.name]: own, ...others } = Object.fromEntries(files);
  const dependencies = { ...manifest.peerDependencies, [manifest.name]: own };
  return JSON.stringify({ private: true, type: 'module', dependencies, pnpm: { overrides: others } });
}

/** @param {string} project @param {WorkspacePackage} member */
async function importExports(project, { manifest }) {
  const imports = Object.keys(manifest.exports).map((path) => {
    const attributes = path.endsWith('.json') ? ", { with: { type: 'json' } }" : '';
    return `await import('${manifest.name}${path.slice(1)}'${attributes});\n`;
  });
  writeFileSync(join(project, 'imports.mjs'), imports.join(''));
  await run(process.execPath, ['imports.mjs'], { cwd: project, timeoutMs: 30_000 });
}

/** @param {string} project @param {WorkspacePackage} member */
async function runExample(project, { name }) {
  const example = join(ROOT, 'examples/alone', `${name}.mjs`);
  if (!existsSync(example)) refuse([`there is no examples/alone/${name}.mjs to run`]);
  copyFileSync(example, join(project, 'example.mjs'));
  const { stdout } = await run(process.execPath, ['example.mjs'], { cwd: project, timeoutMs: 60_000 });
  const promised = promisedOutput(readFileSync(example, 'utf8'));
  if (stdout !== promised) refuse([`${name}.mjs promises\n${promised}but prints\n${stdout}`]);
}

/** @param {string} directory @param {WorkspacePackage} member */
function tarball(directory, { manifest }) {
  return join(directory, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
}
