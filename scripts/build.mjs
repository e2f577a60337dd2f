// Builds every package that changed; silent unless one fails.
import { run } from './command.mjs';
import { ROOT } from './workspace.mjs';

export async function build() {
  const quiet = ['--log-order=grouped', '--output-logs=errors-only'];
  await run('turbo', ['run', 'build', ...quiet], { cwd: ROOT, env: { TURBO_TELEMETRY_DISABLED: '1' } });
}
