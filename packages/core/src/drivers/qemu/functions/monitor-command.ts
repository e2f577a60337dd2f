import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet } from '../../../driver/flags.js';
import { withMonitor } from '../domain-access.js';
import type { QemuRoot } from '../qemu-root.js';

/** virDomainQemuMonitorCommandFlags: the command is a line of the human monitor. */
const HMP = 1;

/** QEMU's own words, past everything that the driver knows. */
export function monitorCommandFunctions(root: QemuRoot) {
  return {
    domainQemuMonitorCommand: async ({ domain, command, flags }, { signal }) =>
      withMonitor(root, domain, signal, async (_record, monitor) => ({
        result: await monitor.passThrough(command, hasFlagSet(flags, HMP), signal),
      })),
  } satisfies DriverFunctions;
}
