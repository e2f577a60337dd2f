import { setTimeout as sleep } from 'node:timers/promises';
import type { HmpClient } from '@virtkit/hmp';
import { reportBackgroundError } from '../background-errors.js';
import { isAlive } from '../process/process-identity.js';
import { queryStatus } from './hmp-requests.js';
import type { MonitorOptions } from './monitor.js';
import type { PolledRunState } from './polled-run-state.js';

/** Tells what has changed since the last look. */
export type Look = () => Promise<void>;

/**
 * Looks at an emulator's run state again and again until the connection to its monitor ends, and ends the connection once
 * its process has.
 * @returns what looks at once, too
 */
export function pollMonitor(client: HmpClient, runState: PolledRunState, options: MonitorOptions): Look {
  const { domain, emulator, pollIntervalMs, onEvent } = options;
  const closed = new AbortController();
  void client.closed.then(() => closed.abort());
  const look: Look = async () => {
    try {
      const event = await runState.look(() => queryStatus(client));
      if (event !== undefined) onEvent(event);
    } catch (error) {
      // The end of the connection is told elsewhere.
      if (!closed.signal.aborted) reportBackgroundError(domain, error);
    }
  };
  const poll = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      await sleep(pollIntervalMs, undefined, { ref: false, signal: closed.signal }).catch(() => {});
      if (emulator !== undefined && !isAlive(emulator)) await client.close();
      else if (!closed.signal.aborted) await look();
    }
  };
  void poll();
  return look;
}
