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

/** @param {string} program @param {string[]} args @param {string} [cwd] */
const program = (program, args, cwd = ROOT) => ({ run: async () => void (await run(program, args, { cwd })) });

/** @type {import('./steps.mjs').Step[]} */
const steps = [
  { name: 'build', run: build },
  { name: 'types', run: types },
  { name: 'lint and format', ...program('biome', ['ci', '--error-on-warnings', '--colors=off']) },
  { name: 'arrows', run: () => refuse(arrowProblems(handWritten('packages', /\.ts$/))) },
  { name: 'house rules', run: houseRules },
  { name: 'package shape', run: packageShape },
  { name: 'unused exports', ...program('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'pack', run: () => packAll(directory) },
  ...packages.flatMap((member) => [
    { name: `tarball lint: ${member.name}`, run: () => lintTarball(directory, member) },
    { name: `tarball in an empty project: ${member.name}`, run: () => useTarball(directory, member) },
    {
      name: `publish --dry-run: ${member.name}`,
      ...program('pnpm', ['publish', '--dry-run', '--no-git-checks'], member.directory),
    },
  ]),
];

const words = process.argv.slice(2);
// What is packed must be built, and what is installed must be packed.
const needed = words.some((word) => /tarball|pack/.test(word)) ? ['build', 'pack'] : [];
const chosen = steps.filter(
  ({ name }) => words.length === 0 || needed.includes(name) || words.some((word) => name.includes(word)),
);

try {
  await setUp('demo');
  await runSteps(chosen);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
