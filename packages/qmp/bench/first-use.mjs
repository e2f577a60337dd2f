// Milliseconds of a new process from its first line to its first reply, import included.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startQemu } from '@virtkit/qmp/testing';
import { printRatios } from './measure/ratios.mjs';

const qemu = await startQemu();

/** @param {string} file */
const firstReply = (file) => () => {
  const module = JSON.stringify(join(import.meta.dirname, 'clients', file));
  const program = `const start = performance.now();
    const { connect } = await import(${module});
    const client = await connect(${JSON.stringify(qemu.path)});
    await client.execute('query-status');
    console.log(performance.now() - start);
    await client.close();`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program]));
};
const cases = { minimal: firstReply('minimal.mjs'), virtkit: firstReply('virtkit.mjs') };
await printRatios('first reply of a new process', cases, { unit: 'ms', rounds: 9 });
await qemu.stop();
