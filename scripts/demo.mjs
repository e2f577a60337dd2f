// `npm run demo`: sets the machine up, builds, makes a guest, and runs examples/hello.mjs with it.
//   npm run demo -- --greeting WORD
import './node-version.mjs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { CommandError } from './command.mjs';
import { guestImage } from './guest-image.mjs';
import { SetUpError } from './setup/set-up-error.mjs';
import { setUp } from './setup.mjs';

const { values } = parseArgs({ options: { greeting: { type: 'string', default: 'hello' } } });
const { greeting } = values;
if (!/^[\w.-]{1,64}$/.test(greeting)) {
  console.error('npm run demo: the greeting is one word of letters, digits, ".", "_" and "-"');
  process.exit(2);
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => interrupted.abort(new Error(`ended by ${signal}`)));
}

// Nobody reads on: what goes on is ended rather than left.
process.stdout.on('error', (error) => interrupted.abort(error));

try {
  await setUp('demo');
  console.log('building the packages');
  await build();
  const image = await guestImage();
  const { hello } = await import('../examples/hello.mjs');
  // Fixed, so that a run finds and ends what a killed one left.
  const root = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'virtkit/demo');
  const print = (text) => process.stdout.write(text);
  await hello({ ...image, root, greeting, signal: interrupted.signal, print });
  console.log('the demo ran from the XML file to the guest and back');
} catch (error) {
  const { aborted, reason } = interrupted.signal;
  const expected = error instanceof SetUpError || error instanceof CommandError || error.name === 'VirtError';
  const message = aborted ? reason.message : error.message;
  console.error(aborted || expected ? `npm run demo: ${message}` : error);
  process.exitCode = 1;
}
