// Microseconds per command: this client, the least possible one, and Python's qemu.qmp where it is installed.
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startQemu } from '@virtkit/qmp/testing';
import { connect as minimal } from './clients/minimal.mjs';
import { connect as virtkit } from './clients/virtkit.mjs';
import { printRatios } from './measure/ratios.mjs';

const PYTHON = join(import.meta.dirname, 'clients/python.py');
const hasPython = spawnSync('python3', ['-c', 'import qemu.qmp']).status === 0;

/** @param {string} title @param {string} path @param {number} count @param {number} window */
async function compare(title, path, count, window) {
  /** @param {typeof virtkit} connect */
  const measure = (connect) => async () => {
    const client = await connect(path);
    const lane = async () => {
      for (let done = 0; done < count / window; done++) await client.execute('query-status');
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: window }, lane));
    const cost = ((performance.now() - start) * 1000) / count;
    await client.close();
    return cost;
  };
  const python = () => Number(execFileSync('python3', [PYTHON, path, String(count), String(window)]));
  const cases = { minimal: measure(minimal), virtkit: measure(virtkit), ...(hasPython ? { 'qemu.qmp': python } : {}) };
  await printRatios(`${title}, ${window} at a time`, cases, { unit: 'µs' });
}

const directory = mkdtempSync(join(tmpdir(), 'qmp-'));
const path = join(directory, 'instant');
const server = fork(join(import.meta.dirname, 'servers/instant.mjs'), [path]);
await once(server, 'message');
for (const window of [1, 64]) await compare('instant server', path, 9600, window);
server.kill();
rmSync(directory, { recursive: true });

const qemu = await startQemu();
for (const window of [1, 64]) await compare('QEMU', qemu.path, 1280, window);
await qemu.stop();
if (!hasPython) console.log('qemu.qmp is not installed for python3: not compared');
