import type { CallOptions, HumanMonitor } from './client/human-monitor.js';
import type { Command } from './command.js';

/**
 * Runs a typed command on any human monitor: an `HmpClient`, or a QMP connection that has `humanMonitorCommand`.
 *
 * @throws HmpError `COMMAND_FAILED`, `UNEXPECTED_REPLY`; and whatever the monitor throws.
 */
export async function executeCommand<Result>(
  monitor: HumanMonitor,
  command: Command<Result>,
  options?: CallOptions,
): Promise<Result> {
  const result = command.parse(await monitor.humanMonitorCommand(command.line, options));
  if (command.confirm !== undefined) await executeCommand(monitor, command.confirm, options);
  return result;
}
