// Milliseconds of whole processes, round robin: virtkit's command lines, the least that any Node program takes, and virsh
// where it is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROUNDS = 25;
const VIRTKIT = join(import.meta.dirname, '../bin/virtkit.js');
const URI = ['-c', 'test:///default'];

/** @type {Record<string, string[]>} */
const LINES = {
  'node -e 0': [process.execPath, '-e', '0'],
  'virtkit echo': [process.execPath, VIRTKIT, 'echo'],
  'virtkit --help': [process.execPath, VIRTKIT, '--help'],
  'virtkit list': [process.execPath, VIRTKIT, ...URI, 'list'],
  'virsh list': ['virsh', ...URI, 'list'],
};

/** @type {Map<string, number[]>} */
const times = new Map();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, [program = '', ...args]] of Object.entries(LINES)) {
    const start = performance.now();
    const { status } = spawnSync(program, args, { stdio: 'ignore' });
    if (status === 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  }
}
for (const [name, samples] of times) {
  samples.sort((one, other) => one - other);
  const [least = 0, median = 0] = [samples[0], samples[Math.floor(samples.length / 2)]];
  console.log(`${name.padEnd(15)} ${median.toFixed(0).padStart(5)} ms median, ${least.toFixed(0)} at least`);
}
