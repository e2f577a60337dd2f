import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { VirtError } from '@virtkit/errors';
import { lastWords } from './last-words.js';
import { identifyProcess, type ProcessIdentity } from './process-identity.js';

/** The descriptor number of the first of `descriptors` in the child. */
export const FIRST_DESCRIPTOR = 3;

export interface EmulatorCommand {
  readonly binary: string;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Descriptors of ours; the child finds them from {@link FIRST_DESCRIPTOR} on, in this order. */
  readonly descriptors: readonly number[];
  readonly logPath: string;
}

export interface SpawnedEmulator {
  readonly identity: ProcessIdentity;
  /** Resolves when the process ends, with what it said last. */
  readonly ended: Promise<string>;
  /** Kills it and waits until it has gone. */
  kill(): Promise<void>;
}

function ending(child: ChildProcess, logPath: string, logOffset: number): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      const how = signal === null ? `exit status ${code}` : `signal ${signal}`;
      lastWords(logPath, logOffset).then(
        (words) => resolve(words === '' ? how : words),
        () => resolve(how),
      );
    });
  });
}

function spawned(child: ChildProcess, binary: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(new VirtError('SYSTEM_ERROR', `cannot execute ${binary}: ${cause.message}`, { domain: 'QEMU', cause }));
    });
  });
}

/**
 * Starts an emulator in a session of its own, so that it outlives us; what it writes goes to the log.
 * @throws VirtError SYSTEM_ERROR if it can't be executed, INTERNAL_ERROR with its last words if it ends at once
 */
export async function spawnEmulator({
  binary,
  argv,
  environment,
  descriptors,
  logPath,
}: EmulatorCommand): Promise<SpawnedEmulator> {
  const log = openSync(logPath, 'a', 0o600);
  const logOffset = fstatSync(log).size;
  try {
    const child = spawn(binary, [...argv], {
      detached: true,
      cwd: '/',
      env: environment,
      stdio: ['ignore', log, log, ...descriptors],
    });
    const ended = ending(child, logPath, logOffset);
    await spawned(child, binary);
    child.unref();
    const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
    if (identity === undefined) {
      throw new VirtError('INTERNAL_ERROR', `process exited at start: ${await ended}`, { domain: 'QEMU' });
    }
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    };
    return { identity, ended, kill };
  } finally {
    closeSync(log);
  }
}

/** Where an emulator's log lies. */
export function logPathOf(directory: string, name: string): string {
  return join(directory, `${name}.log`);
}
