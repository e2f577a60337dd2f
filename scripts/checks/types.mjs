// Every TypeScript project of the repository: all of it together with its tests, and each package's own settings, which
// keep the pure parts free of Node. Scripts and examples see the built packages, as users do.
import { run } from '../command.mjs';
import { Problems } from '../steps.mjs';
import { handWritten, ROOT } from '../workspace.mjs';

export async function types() {
  const rooms = ['scripts', 'examples', 'packages'];
  const projects = rooms.flatMap((room) => handWritten(room, /^tsconfig\.json$/)).map(({ path }) => path);
  let output = '';
  for (const project of ['tsconfig.json', ...projects]) {
    const result = await run('tsc', ['-p', project], { cwd: ROOT, allowFailure: true });
    if (result.status !== 0) output += `${project}\n${result.output}`;
  }
  if (output) throw new Problems([output.trim()]);
}
