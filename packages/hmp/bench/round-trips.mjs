// Round trips a second over the human monitor, and over QMP's human-monitor-command, on one QEMU in one run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { HmpClient } from '@virtkit/hmp';

const ROUNDS = 5;
const ROUND_MS = 600;
const IN_FLIGHT = 32;

/** As little QMP as can carry a human monitor's commands. */
async function connectQmp(path) {
  const socket = connect(path);
  const waiting = [];
  createInterface({ input: socket }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  const answer = () => new Promise((resolve) => waiting.push(resolve));
  const execute = async (command, args) => {
    socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    return (await answer()).return;
  };
  await answer();
  await execute('qmp_capabilities', {});
  return {
    humanMonitorCommand: (line) => execute('human-monitor-command', { 'command-line': line }),
    close: () => socket.destroy(),
  };
}

/** Commands a second with `inFlight` at a time. */
async function measure(monitor, line, inFlight) {
  const end = performance.now() + ROUND_MS;
  const begin = performance.now();
  let count = 0;
  const loop = async () => {
    while (performance.now() < end) {
      await monitor.humanMonitorCommand(line);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  return count / ((performance.now() - begin) / 1000);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const directory = mkdtempSync(join(tmpdir(), 'virtkit-hmp-bench-'));
const socket = (name) => `unix:${join(directory, name)},server=on,wait=off`;
const monitors = [
  '-monitor',
  socket('hmp'),
  '-qmp',
  socket('qmp'),
  '-chardev',
  `socket,id=ready,path=${join(directory, 'ready')},server=on,wait=off`,
];
const qemu = spawn('qemu-system-x86_64', ['-S', '-display', 'none', '-nodefaults', '-m', '32', ...monitors]);
try {
  while (!existsSync(join(directory, 'ready'))) await sleep(20);
  const hmp = await HmpClient.connect({ path: join(directory, 'hmp') });
  const qmp = await connectQmp(join(directory, 'qmp'));
  for (const line of ['stop', 'info status', 'info mtree']) {
    for (const inFlight of [1, IN_FLIGHT]) {
      const rates = { hmp: [], qmp: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        rates.hmp.push(await measure(hmp, line, inFlight));
        rates.qmp.push(await measure(qmp, line, inFlight));
      }
      const [overHmp, overQmp] = [median(rates.hmp), median(rates.qmp)];
      const ratio = (overHmp / overQmp).toFixed(2);
      console.log(
        `${line}, ${inFlight} in flight: HMP ${overHmp.toFixed(0)}/s, QMP ${overQmp.toFixed(0)}/s, ratio ${ratio}`,
      );
    }
  }
  await hmp.close();
  qmp.close();
} finally {
  const exit = once(qemu, 'exit');
  qemu.kill('SIGKILL');
  await exit;
  rmSync(directory, { recursive: true, force: true });
}
