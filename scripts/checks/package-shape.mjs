// What every package.json and README of the workspace has in common.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { firstCodeBlock } from '../examples-alone.mjs';
import { refuse } from '../steps.mjs';
import { handWritten, ROOT, workspacePackages } from '../workspace.mjs';

/** Every package has these, word for word. */
const SHARED = { license: 'Apache-2.0', type: 'module', sideEffects: false };

/** The rooms that hold core up or serve it; everything else that fulfils the driver contract is a plug-in. */
const NO_PLUG_INS = ['core', 'daemon', 'cli'];

export function packageShape() {
  const problems = [manifestProblems, fileProblems, plugInProblems];
  refuse(workspacePackages().flatMap((member) => problems.flatMap((find) => find(member))));
}

/** @param {import('../workspace.mjs').WorkspacePackage} member */
export function manifestProblems({ name, manifest }) {
  const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = { ...SHARED, name: `@virtkit/${name}`, engines: root.engines };
  const problems = Object.entries(wanted)
    .filter(([key, value]) => !isDeepStrictEqual(manifest[key], value))
    .map(([key, value]) => `"${key}" is to be ${JSON.stringify(value)}`);
  if (!manifest.description) problems.push('"description" is missing');
  if (!/^\d+\.\d+\.\d+$/.test(manifest.version)) problems.push(`"version" is not one: ${manifest.version}`);
  if (!manifest.files?.includes('dist')) problems.push('"files" is to include "dist"');
  if (manifest.publishConfig?.access !== 'public') problems.push('"publishConfig" is to have "access": "public"');
  if (!isDeepStrictEqual(withoutSource(manifest.exports), manifest.publishConfig?.exports)) {
    problems.push('"publishConfig.exports" is to equal "exports" less the condition "@virtkit/source"');
  }
  for (const [other, range] of Object.entries(manifest.dependencies ?? {})) {
    if (other.startsWith('@virtkit/') && range !== 'workspace:^') problems.push(`"${other}" is to be "workspace:^"`);
  }
  return problems.map((problem) => `packages/${name}/package.json: ${problem}`);
}

/** @param {Record<string, string | Record<string, string>>} paths the value of "exports" */
function withoutSource(paths) {
  const published = Object.entries(paths ?? {}).map(([path, target]) => {
    if (typeof target === 'string') return [path, target];
    const { '@virtkit/source': _, ...conditions } = target;
    return [path, conditions];
  });
  return Object.fromEntries(published);
}

/** @param {import('../workspace.mjs').WorkspacePackage} member */
function fileProblems({ name, directory, manifest }) {
  const problems = [];
  for (const [path, target] of Object.entries(manifest.exports ?? {})) {
    const source = typeof target === 'string' ? target : target['@virtkit/source'];
    if (!source || !existsSync(join(directory, source))) problems.push(`exports "${path}", but has no file ${source}`);
  }
  for (const program of Object.values(manifest.bin ?? {})) {
    const text = existsSync(join(directory, program)) ? readFileSync(join(directory, program), 'utf8') : '';
    if (!text.startsWith('#!/usr/bin/env node\n'))
      problems.push(`has no program ${program} that begins with #!/usr/bin/env node`);
  }
  const example = join(ROOT, 'examples/alone', `${name}.mjs`);
  const readme = join(directory, 'README.md');
  if (!existsSync(example)) problems.push(`has no examples/alone/${name}.mjs that shows its use alone`);
  if (!existsSync(readme)) problems.push('has no README.md');
  else if (existsSync(example) && firstCodeBlock(readFileSync(readme, 'utf8')) !== readFileSync(example, 'utf8')) {
    problems.push(
      `has a README.md whose first code block differs from examples/alone/${name}.mjs: copy the file into it`,
    );
  }
  return problems.map((problem) => `packages/${name} ${problem}`);
}

// A plug-in shares core's contract with whoever loads it, so core is its peer.
/** @param {import('../workspace.mjs').WorkspacePackage} member */
function plugInProblems({ name, manifest }) {
  if (NO_PLUG_INS.includes(name)) return [];
  const fulfils = handWritten(`packages/${name}/src`, /\.ts$/).some(({ text }) =>
    text.includes("'@virtkit/core/driver'"),
  );
  if (!fulfils || (manifest.peerDependencies?.['@virtkit/core'] && !manifest.dependencies?.['@virtkit/core']))
    return [];
  return [
    `packages/${name}/package.json: a driver plug-in has "@virtkit/core" in "peerDependencies", not in "dependencies"`,
  ];
}
