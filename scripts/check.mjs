// `pnpm check [WORD…]`: everything about the repository that isn't a test. Words choose the steps whose names hold one.
import './node-version.mjs';
import { rmSync } from 'node:fs';
import { arrowProblems } from './arrows.mjs';
import { build } from './build.mjs';
import { houseRules } from './checks/house-rules.mjs';
import { packageShape } from './checks/package-shape.mjs';
import { lintTarball, packAll, packingDirectory, useTarball } from './checks/tarballs.mjs';
import { types } from './checks/types.mjs';
import { run } from './command.mjs';
import { setUp } from './setup.mjs';
import { refuse, runSteps } from './steps.mjs';
import { handWritten, ROOT, workspacePackages } from './workspace.mjs';

const packages = workspacePackages();
const directory = packingDirectory();

/** @param {string} name @param {string[]} args @param {string} [cwd] */
const program = (name, args, cwd = ROOT) => ({ run: async () => void (await run(name, args, { cwd })) });

/** @type {import('./steps.mjs').Step[]} */
const steps = [
  { name: 'build', run: build },
  { name: 'types', needs: ['build'], run: types },
  {
    name: 'lint and format',
    ...program('biome', ['ci', '--error-on-warnings', '--diagnostic-level=warn', '--colors=off']),
  },
  { name: 'arrows', run: () => refuse(arrowProblems(handWritten('packages', /\.ts$/))) },
  { name: 'house rules', run: houseRules },
  { name: 'package shape', run: packageShape },
  { name: 'unused exports', ...program('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'pack', needs: ['build'], run: () => packAll(directory) },
  ...packages.flatMap((member) => packageSteps(member)),
];

/** @param {import('./workspace.mjs').WorkspacePackage} member */
function packageSteps(member) {
  const publish = ['publish', '--dry-run', '--no-git-checks'];
  const needs = ['build', 'pack'];
  return [
    { name: `tarball lint: ${member.name}`, needs, run: () => lintTarball(directory, member) },
    { name: `tarball in an empty project: ${member.name}`, needs, run: () => useTarball(directory, member) },
    { name: `publish --dry-run: ${member.name}`, needs: ['build'], ...program('pnpm', publish, member.directory) },
  ];
}

const words = process.argv.slice(2);
const named = steps.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const needed = new Set(named.flatMap(({ needs = [] }) => needs));
const chosen = steps.filter((step) => named.includes(step) || needed.has(step.name));

try {
  if (named.length === 0) throw new Error(`no step's name holds ${words.join(' or ')}`);
  await setUp('demo');
  await runSteps(chosen);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
