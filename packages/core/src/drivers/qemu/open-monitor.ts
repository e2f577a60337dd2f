import type { DomainRecord } from './domain-record.js';
import { monitorFollower } from './follow-monitor.js';
import { connectMonitor } from './monitor/connect-monitor.js';
import type { Monitor } from './monitor/monitor.js';
import { logPathOf } from './process/spawn-emulator.js';
import type { QemuRoot } from './qemu-root.js';
import { monitorPath } from './runtime-directory.js';
import type { DomainStatus } from './state/domain-status.js';

export interface OpenMonitorOptions {
  readonly signal: AbortSignal;
  /** Until QEMU greets, in ms. */
  readonly greetingTimeoutMs: number;
}

/** Connects to the monitor that a domain's status tells of, and follows its events. @throws VirtError as {@link Monitor} says */
export function openMonitor(
  root: QemuRoot,
  record: DomainRecord,
  { id, emulator, monitor = 'qmp' }: DomainStatus,
  options: OpenMonitorOptions,
): Promise<Monitor> {
  return connectMonitor(monitor, {
    ...options,
    domain: record.name,
    emulator,
    path: monitorPath(root.layout, id, record.name),
    logPath: logPathOf(root.layout.logs, record.name),
    pollIntervalMs: root.settings.pollIntervalMs,
    onEvent: monitorFollower(root, record),
  });
}
