import { Readable, Writable } from 'node:stream';
import { runVirtkit } from '@virtkit/cli';

async function virtkit(line) {
  const printed = [];
  const collect = (chunk, _encoding, done) => {
    printed.push(chunk);
    done();
  };
  const streams = {
    stdin: Readable.from([]),
    stdout: new Writable({ write: collect }),
    stderr: new Writable({ write: collect }),
  };
  const status = await runVirtkit(['--quiet', '--connect', 'test:///default', line], streams);
  return `${printed.join('').trim()} (${status})`;
}

console.log(await virtkit('list')); // → 1   test   running (0)
console.log(await virtkit('suspend test; domstate test --reason')); // → paused (user) (0)
console.log(await virtkit('domstate web')); // → error: failed to get domain 'web' (1)
