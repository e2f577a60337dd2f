import { setTimeout as sleep } from 'node:timers/promises';
import { abortError, isLimited, type WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import type { JsonObject } from '../json/json-value.js';
import { type AgentCommands, executeForObject } from './agent-commands.js';

/** How to run a program in the guest. `timeoutMs` limits its whole run; default 60000. */
export interface ExecOptions extends WaitOptions {
  /** Its whole environment, as `NAME=value`. */
  readonly env?: readonly string[] | undefined;
  /** What it reads from its standard input. */
  readonly input?: string | Uint8Array | undefined;
}

/** How a program in the guest ended. */
export interface ExecResult {
  /** Undefined where a signal ended it. */
  readonly exitCode: number | undefined;
  /** The number of the signal (POSIX) or exception (Windows) that ended it. */
  readonly signal: number | undefined;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** Whether the agent kept only the beginning of either. */
  readonly isTruncated: boolean;
}

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/** Starts a program, and asks for its end more and more slowly. */
export async function execute(
  agent: AgentCommands,
  path: string,
  args: readonly string[],
  { env, input, signal, timeoutMs = 60_000 }: ExecOptions,
): Promise<ExecResult> {
  const endsAt = isLimited(timeoutMs) ? performance.now() + timeoutMs : Number.POSITIVE_INFINITY;
  const request = {
    path,
    arg: args,
    env,
    'input-data': input === undefined ? undefined : Buffer.from(input).toString('base64'),
    'capture-output': true,
  };
  const { pid } = await executeForObject(agent, 'guest-exec', request, { signal });
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const status = await executeForObject(agent, 'guest-exec-status', { pid }, { signal });
    if (status.exited === true) return readStatus(status);
    if (performance.now() + pauseMs > endsAt) {
      throw new QmpError('COMMAND_TIMEOUT', `${path}: still running in the guest after ${timeoutMs} ms`);
    }
    await pause(pauseMs, path, signal);
  }
}

async function pause(pauseMs: number, path: string, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(pauseMs, undefined, signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? abortError(path, signal) : error;
  }
}

function readStatus(status: JsonObject): ExecResult {
  return {
    exitCode: typeof status.exitcode === 'number' ? status.exitcode : undefined,
    signal: typeof status.signal === 'number' ? status.signal : undefined,
    stdout: Buffer.from(String(status['out-data'] ?? ''), 'base64'),
    stderr: Buffer.from(String(status['err-data'] ?? ''), 'base64'),
    isTruncated: status['out-truncated'] === true || status['err-truncated'] === true,
  };
}
