// Every TypeScript project of the repository: all of it together with its tests, and each package by its own settings,
// which keep the pure parts free of Node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mjs';
import { Problems } from '../steps.mjs';
import { ROOT, workspacePackages } from '../workspace.mjs';

export async function types() {
  const own = workspacePackages().flatMap(({ name }) =>
    ['', '/src/node', '/src/parse'].map((part) => `packages/${name}${part}`),
  );
  const projects = ['.', 'scripts', 'examples', ...own].map((directory) => join(directory, 'tsconfig.json'));
  let output = '';
  for (const project of projects.filter((name) => existsSync(join(ROOT, name)))) {
    const result = await run('tsc', ['-p', project], { cwd: ROOT, allowFailure: true });
    if (result.status !== 0) output += `${project}\n${result.output}`;
  }
  if (output) throw new Problems([output.trim()]);
}
