// Starts an emulator, waits until it answers on its monitor, and ends it.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @param {readonly string[]} argv @param {Record<string, string>} environment @param {string} cwd @param {number} timeoutMs
 * @returns {Promise<string | undefined>} the emulator's own words if it refused; undefined if it took the command line
 */
export async function startAndQuit(argv, environment, cwd, timeoutMs) {
  const monitor = /path=([^,]+)/.exec(argv.find((value) => value.startsWith('socket,id=charmonitor')) ?? '')?.[1] ?? '';
  const child = spawn(argv[0], argv.slice(1), { env: environment, cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  const late = delay(timeoutMs, 'late', { ref: false });
  try {
    const outcome = await Promise.race([ended, late, quit(monitor, child)]);
    const end = outcome === 'asked to quit' ? await Promise.race([ended, late]) : outcome;
    return outcome === 'asked to quit' && end === 0 ? undefined : words.trim() || `ended with ${end}`;
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function quit(path, child) {
  while (child.exitCode === null && child.signalCode === null) {
    const socket = connect(path).on('error', () => undefined);
    const connected = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (!connected) {
      await delay(20);
      continue;
    }
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    const greeting = await lines.next().catch(() => ({ done: true }));
    if (greeting.done) break;
    socket.write('{"execute":"qmp_capabilities"}{"execute":"quit"}\n');
    return 'asked to quit';
  }
  return new Promise(() => undefined);
}
