// How long it takes to learn what an emulator can do: cold, from disk, from memory; and to interpret a recording alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interpretProbe } from '@virtkit/capabilities';
import { createCapabilitiesCache, recordProbe } from '@virtkit/capabilities/node';

const EMULATOR = process.env.QEMU ?? '/usr/bin/qemu-system-x86_64';
const ROUNDS = 7;

/** @param {number[]} samples milliseconds */
function median(samples) {
  return samples.sort((a, b) => a - b)[Math.floor(samples.length / 2)];
}

/** @param {() => unknown} action */
async function measured(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** @type {Record<string, number[]>} */
const samples = { 'conversation alone': [], 'interpretation alone': [], cold: [], 'from disk': [], 'from memory': [] };
for (let round = 0; round < ROUNDS; round++) {
  const directory = mkdtempSync(join(tmpdir(), 'virtkit-bench-'));
  try {
    const recording = await recordProbe(EMULATOR, { kvm: false });
    samples['conversation alone'].push(await measured(() => recordProbe(EMULATOR, { kvm: false })));
    samples['interpretation alone'].push(await measured(() => interpretProbe(recording)));
    const cache = createCapabilitiesCache({ directory, kvm: false });
    samples.cold.push(await measured(() => cache.get(EMULATOR)));
    samples['from memory'].push(await measured(() => cache.get(EMULATOR)));
    const later = createCapabilitiesCache({ directory, kvm: false });
    samples['from disk'].push(await measured(() => later.get(EMULATOR)));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
for (const [name, times] of Object.entries(samples)) {
  console.log(`${name.padEnd(22)} ${median(times).toFixed(2).padStart(8)} ms (best ${Math.min(...times).toFixed(2)})`);
}
