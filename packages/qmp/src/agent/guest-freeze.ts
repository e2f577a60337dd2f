import { setTimeout as sleep } from 'node:timers/promises';
import type { WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { type AgentCommands, executeForNumber } from './agent-commands.js';

/** How to freeze. */
export interface FreezeOptions extends WaitOptions {
  /** The file systems mounted here; all unless told. */
  readonly mountpoints?: readonly string[] | undefined;
}

const THAW_ATTEMPTS = 10;
const PAUSE_MS = 500;

/** Freezes file systems; returns how many. */
export function freeze(
  agent: AgentCommands,
  mountpoints: readonly string[] | undefined,
  options: WaitOptions,
): Promise<number> {
  return mountpoints
    ? executeForNumber(agent, 'guest-fsfreeze-freeze-list', { mountpoints }, options)
    : executeForNumber(agent, 'guest-fsfreeze-freeze', undefined, options);
}

/** Thaws all file systems; returns how many were frozen. */
export function thaw(agent: AgentCommands, options: WaitOptions): Promise<number> {
  return executeForNumber(agent, 'guest-fsfreeze-thaw', undefined, options);
}

/** Freezes, acts, and thaws whatever happened. A freeze that failed may have frozen some. */
export async function withFrozen<Value>(
  agent: AgentCommands,
  action: () => Promise<Value>,
  { mountpoints, ...options }: FreezeOptions,
): Promise<Value> {
  let outcome: () => Value;
  try {
    await freeze(agent, mountpoints, options);
    const value = await action();
    outcome = () => value;
  } catch (error) {
    outcome = () => {
      throw error;
    };
  }
  const failure = await thawSurely(agent);
  const value = outcome();
  if (failure) throw failure;
  return value;
}

/** Tries again until the agent has said yes. The caller's signal has no say in it. */
async function thawSurely(agent: AgentCommands): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      await thaw(agent, {});
      return undefined;
    } catch (error) {
      const isOver = QmpError.isInstance(error, 'CLOSED') || QmpError.isInstance(error, 'DISCONNECTED');
      if (isOver || attempt === THAW_ATTEMPTS) return error;
    }
    await sleep(PAUSE_MS);
  }
}
