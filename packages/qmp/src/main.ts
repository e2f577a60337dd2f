import { createWriteStream } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { QmpClient } from './client/qmp-client.js';
import type { MonitorTarget } from './connect/monitor-target.js';
import { openStream } from './connect/open-stream.js';
import { QmpError } from './errors.js';
import { runShell } from './shell/run-shell.js';
import { recordStream } from './testing/record-stream.js';

const OPTIONS = { hmp: { type: 'boolean' }, record: { type: 'string' }, help: { type: 'boolean' } } as const;
const CONNECT_TIMEOUT_MS = 5_000;
const USAGE = 'usage: virtkit-qmp [--hmp] [--record FILE] PATH | HOST:PORT';

/** Runs the shell on the monitor that the command line names; returns the exit status. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false });
  const [address, ...others] = positionals;
  const unknown = Object.keys(values).filter((name) => !(name in OPTIONS));
  if (values.help || address === undefined || others.length > 0 || unknown.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const recording = typeof values.record === 'string' ? createWriteStream(values.record) : undefined;
  const stream = await openStream(readTarget(address), { timeoutMs: CONNECT_TIMEOUT_MS });
  const recorded = recording ? recordStream(stream, (line) => recording.write(line)) : stream;
  const client = await QmpClient.connect({ stream: recorded }, { name: address });
  const { major, minor, micro } = client.version;
  console.log(`QEMU ${major}.${minor}.${micro}; 'help' tells more`);
  const historyFile = join(homedir(), '.virtkit-qmp-history');
  await runShell({ client, input: process.stdin, output: process.stdout, hmp: values.hmp === true, historyFile });
  await client.close();
  recording?.end();
  return 0;
}

function readTarget(address: string): MonitorTarget {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
  return host === undefined ? { path: address } : { host, port: Number(port) };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!QmpError.isInstance(error)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
