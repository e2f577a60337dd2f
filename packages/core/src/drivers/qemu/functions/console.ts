import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { CONSOLE_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import type { DriverStream } from '../../../driver/stream.js';
import { activeStatus } from '../active-status.js';
import { consoleTerminal } from '../console-terminal.js';
import { findDomain, withMonitor } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import { qemuKeyCode } from '../key-codes.js';
import { openTerminal } from '../process/open-terminal.js';
import type { QemuRoot } from '../qemu-root.js';
import { runtimeDirectory } from '../runtime-directory.js';

/** What a person at the machine has: its console, its keyboard, its screen. */
export function consoleFunctions(root: QemuRoot) {
  return {
    domainOpenConsole: async ({ domain, deviceName, flags }, { signal, serveStream }) => {
      const record = await findDomain(root, domain, signal);
      const path = consoleTerminal(activeStatus(record).definition, deviceName);
      serveStream(openConsole(record, path, hasFlagSet(flags, CONSOLE_FLAGS.force)));
    },
    domainSendKey: async ({ domain, codeset, holdTimeMs, keycodes }, { signal }) => {
      const codes = keycodes.map((code) => qemuKeyCode(codeset, code));
      await withMonitor(root, domain, signal, (_record, monitor) => monitor.sendKeys(codes, holdTimeMs, signal));
    },
    domainInjectNMI: async ({ domain }, { signal }) =>
      withMonitor(root, domain, signal, (_record, monitor) => monitor.injectNmi(signal)),
    domainScreenshot: async ({ domain, screen }, { signal, serveStream }) =>
      withMonitor(root, domain, signal, async (record, monitor) => {
        const { id, definition } = activeStatus(record);
        checkScreen(definition, screen);
        const path = join(runtimeDirectory(root.layout, id, record.name), 'screenshot.ppm');
        await monitor.screendump(path, signal);
        const picture = createReadStream(path);
        // The open file outlives its name.
        picture.once('open', () => void rm(path, { force: true }));
        serveStream(Duplex.from({ readable: picture }));
        return { mime: 'image/x-portable-pixmap' };
      }),
  } satisfies DriverFunctions;
}

/** @throws VirtError OPERATION_INVALID if there is no screen at all, INVALID_ARG for a number too high */
function checkScreen({ devices }: DomainDefinition, screen: number): void {
  const screens = devices?.videos?.length ?? 0;
  if (screens === 0) {
    throw new VirtError('OPERATION_INVALID', 'no screens to take screenshot from', { domain: 'QEMU' });
  }
  if (screen > 0) throw new VirtError('INVALID_ARG', `no screen ${screen} to take a shot of`, { domain: 'QEMU' });
}

/** Opens a terminal that nobody has open, or takes it from who has. @throws VirtError OPERATION_FAILED */
function openConsole(record: DomainRecord, path: string, isForced: boolean): DriverStream {
  record.consoles ??= new Map();
  const { consoles } = record;
  const present = consoles.get(path);
  if (present?.destroyed === false && !isForced) {
    throw new VirtError('OPERATION_FAILED', 'Active console session exists for this domain', { domain: 'QEMU' });
  }
  const terminal = openTerminal(path);
  consoles.set(path, terminal);
  terminal.once('close', () => {
    if (consoles.get(path) === terminal) consoles.delete(path);
  });
  present?.destroy();
  return terminal;
}
