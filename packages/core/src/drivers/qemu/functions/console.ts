import type { DriverFunctions } from '../../../driver/contract.js';
import { consoleTerminal } from '../console-terminal.js';
import { activeStatus, findDomain } from '../domain-access.js';
import { openTerminal } from '../process/open-terminal.js';
import type { QemuRoot } from '../qemu-root.js';

/** A domain's consoles as streams. */
export function consoleFunctions(root: QemuRoot) {
  return {
    domainOpenConsole: async ({ domain, deviceName }, { signal, serveStream }) => {
      const { definition } = activeStatus(await findDomain(root, domain, signal));
      serveStream(openTerminal(consoleTerminal(definition, deviceName)));
    },
  } satisfies DriverFunctions;
}
