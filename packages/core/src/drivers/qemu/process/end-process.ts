import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import { isAlive, type ProcessIdentity } from './process-identity.js';

const POLL_MS = 5;
const KILL_TIMEOUT_MS = 15_000;

/** Resolves to whether the process ended within `timeoutMs`. */
async function waitForEnd(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if (isAlive(identity)) throw error;
  }
}

/** Asks a process to end. @throws VirtError OPERATION_FAILED if it hasn't within `timeoutMs` */
export async function endGracefully(identity: ProcessIdentity, timeoutMs: number): Promise<void> {
  if (!isAlive(identity)) return;
  send(identity, 'SIGTERM');
  if (await waitForEnd(identity, timeoutMs)) return;
  throw new VirtError('OPERATION_FAILED', `failed to kill qemu process with SIGTERM: process ${identity.pid} goes on`, {
    domain: 'QEMU',
  });
}

/**
 * Ends a process: with `graceMs`, asks it by SIGTERM first.
 * @throws VirtError OPERATION_FAILED if it survives SIGKILL for 15 s
 */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  if (!isAlive(identity)) return;
  if (graceMs > 0) {
    send(identity, 'SIGTERM');
    if (await waitForEnd(identity, graceMs)) return;
  }
  send(identity, 'SIGKILL');
  if (await waitForEnd(identity, KILL_TIMEOUT_MS)) return;
  throw new VirtError('OPERATION_FAILED', `process ${identity.pid} does not end`, { domain: 'QEMU' });
}
