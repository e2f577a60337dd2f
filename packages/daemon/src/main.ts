import { once } from 'node:events';
import { qemuDriver, testDriver } from '@virtkit/core';
import { type DaemonCommand, parseCommandLine, USAGE } from './command-line.js';
import { readConfig } from './read-config.js';
import { type Daemon, startDaemon } from './start-daemon.js';

const IDLE_CHECK_MS = 250;

/** Resolves once the daemon has had no client and no running domain for so long. Never rejects. */
async function untilIdle(daemon: Daemon, timeoutMs: number): Promise<void> {
  let idleSince = performance.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(IDLE_CHECK_MS, timeoutMs)).unref());
    if (daemon.clientCount > 0) idleSince = performance.now();
    if (performance.now() - idleSince < timeoutMs) continue;
    // Domains need nobody to serve them, but somebody to note their end.
    if (await daemon.hasActiveDomains().catch(() => true)) idleSince = performance.now();
    else if (daemon.clientCount === 0) return;
  }
}

function toldToEnd(): AbortSignal {
  const told = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told.abort());
  return told.signal;
}

async function run({ socket, root, uri, timeoutMs, config }: DaemonCommand): Promise<void> {
  const told = toldToEnd();
  const { drivers, limits } = config === undefined ? { drivers: [], limits: {} } : await readConfig(config);
  const served = [...drivers, testDriver(), qemuDriver({ root })];
  const daemon = await startDaemon({ socket, drivers: served, uri, limits, signal: told }).catch((error: unknown) => {
    if (told.aborted) return undefined;
    throw error;
  });
  if (daemon === undefined) return;
  const idle = timeoutMs === undefined ? [] : [untilIdle(daemon, timeoutMs)];
  if (!told.aborted) await Promise.race([once(told, 'abort'), ...idle]);
  await daemon.close();
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
