// How long it takes to complete a definition and to build its command line, and how that grows with its devices.
import { probeCapabilities } from '@virtkit/capabilities/node';
import { buildCommandLine, completeDomain } from '@virtkit/command-builder';

const EMULATOR = process.env.QEMU ?? '/usr/bin/qemu-system-x86_64';
const ROUNDS = 30;

const host = {
  directories: { lib: '/run/bench', channelTarget: '/run/bench/channel' },
  memory: { pageSizesKiB: [4], hugetlbfs: [], cells: [] },
  settings: {},
  environment: { PATH: '/usr/bin' },
  devices: { pci: [], scsi: [] },
  firmware: [],
};

/** @param {number} count */
function definitionWith(count) {
  const rngs = Array.from({ length: count }, () => ({ model: 'virtio', backend: { model: 'builtin' } }));
  return { type: 'qemu', name: 'bench', memoryKiB: 262144, os: { type: 'hvm', machine: 'pc' }, devices: { rngs } };
}

/** @param {number[]} samples milliseconds */
function median(samples) {
  return samples.sort((a, b) => a - b)[Math.floor(samples.length / 2)];
}

/** @param {() => unknown} action */
function measured(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

const capabilities = await probeCapabilities(EMULATOR);
for (const count of [1, 10, 100, 1000]) {
  const source = definitionWith(count);
  const { definition } = completeDomain(source, capabilities, host, { origin: 'new' });
  const completing = [];
  const building = [];
  for (let round = 0; round < ROUNDS; round++) {
    completing.push(measured(() => completeDomain(source, capabilities, host, { origin: 'new' })));
    building.push(measured(() => buildCommandLine(definition, capabilities, host)));
  }
  const [complete, build] = [median(completing), median(building)].map((time) => `${time.toFixed(2).padStart(8)} ms`);
  console.log(`${String(count).padStart(5)} devices: complete ${complete}, build ${build}`);
}
