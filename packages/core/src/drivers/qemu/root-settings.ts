import { VirtError } from '@virtkit/errors';
import type { MonitorProtocol } from './monitor/monitor.js';

/** How a root's domains are run. */
export interface RootSettings {
  /** The protocol of the monitors of the domains that start from now on. */
  readonly monitor: MonitorProtocol;
  /** How often a monitor without events is asked what has changed, in ms. */
  readonly pollIntervalMs: number;
}

const POLL_INTERVAL_MS = 1000;
/** A timer that is told to wait longer doesn't wait at all. */
const LONGEST_INTERVAL_MS = 2 ** 31 - 1;

/** The settings with what they leave out. @throws VirtError INVALID_ARG for one that makes no sense */
export function completeSettings({
  monitor = 'qmp',
  pollIntervalMs = POLL_INTERVAL_MS,
}: {
  readonly monitor?: MonitorProtocol | undefined;
  readonly pollIntervalMs?: number | undefined;
}): RootSettings {
  if (monitor !== 'qmp' && monitor !== 'hmp') {
    throw new VirtError('INVALID_ARG', `a monitor is 'qmp' or 'hmp', not '${String(monitor)}'`, { domain: 'QEMU' });
  }
  if (!(pollIntervalMs >= 1 && pollIntervalMs <= LONGEST_INTERVAL_MS)) {
    throw new VirtError('INVALID_ARG', `pollIntervalMs is from 1 to ${LONGEST_INTERVAL_MS}, not ${pollIntervalMs}`, {
      domain: 'QEMU',
    });
  }
  return { monitor, pollIntervalMs };
}
