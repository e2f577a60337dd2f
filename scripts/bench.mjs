// `pnpm bench [package…]`: runs every packages/*/bench/*.mjs, one after another so that they don't disturb each other.
import './node-version.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './command.mjs';
import { setUp } from './setup.mjs';
import { workspacePackages } from './workspace.mjs';

const wanted = process.argv.slice(2);
const known = workspacePackages();
const unknown = wanted.filter((name) => !known.some((member) => member.name === name));
if (unknown.length > 0) {
  console.error(`no package named ${unknown.join(', ')}; there are ${known.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

await setUp('demo');
await build();
for (const { name, directory } of known) {
  const benches = join(directory, 'bench');
  if ((wanted.length > 0 && !wanted.includes(name)) || !existsSync(benches)) continue;
  for (const file of readdirSync(benches)
    .filter((entry) => entry.endsWith('.mjs'))
    .sort()) {
    console.log(`\n${name}: ${file}`);
    const { status } = await run(process.execPath, [join(benches, file)], {
      cwd: directory,
      show: true,
      allowFailure: true,
    });
    if (status !== 0) process.exitCode = 1;
  }
}
