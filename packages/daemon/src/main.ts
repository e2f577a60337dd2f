import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { qemuDriver, testDriver } from '@virtkit/core';
import { type DaemonCommand, parseCommandLine, USAGE } from './command-line.js';
import { type Daemon, startDaemon } from './start-daemon.js';

const IDLE_CHECK_MS = 250;

/** Resolves when the daemon is told to end, or has had no client for so long. */
function untilDone(daemon: Daemon, timeoutMs: number | undefined): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
    if (timeoutMs === undefined) return;
    let idleSince = performance.now();
    setInterval(() => {
      if (daemon.clientCount > 0) idleSince = performance.now();
      else if (performance.now() - idleSince >= timeoutMs) done();
    }, IDLE_CHECK_MS);
  });
}

async function run({ socket, root, uri, timeoutMs }: DaemonCommand): Promise<void> {
  const drivers = [testDriver(), qemuDriver({ root: root === undefined ? undefined : resolve(root) })];
  const daemon = await startDaemon({ socket, drivers, uri });
  await untilDone(daemon, timeoutMs);
  await daemon.close();
  await rm(socket, { force: true });
}

async function main(args: readonly string[]): Promise<number> {
  let command: DaemonCommand | 'help';
  try {
    command = parseCommandLine(args);
  } catch (error) {
    process.stderr.write(`virtkitd: ${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  if (command === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    await run(command);
    return 0;
  } catch (error) {
    process.stderr.write(`virtkitd: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
