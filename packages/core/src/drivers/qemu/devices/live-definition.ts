import type { PlaceOptions } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { emulatorFor } from '../../../host/emulator-for.js';
import { activeStatus } from '../active-status.js';
import type { DomainRecord } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';

/** What devices of a definition are completed for: its emulator, on this host. */
export async function placeOptionsOf(
  root: QemuRoot,
  definition: DomainDefinition,
  signal: AbortSignal,
): Promise<PlaceOptions> {
  const { host } = root;
  return { capabilities: await root.capabilitiesOf(emulatorFor(definition, host), signal), host };
}

/**
 * Changes the definition of a running domain at once, and resolves when the status file says it, too.
 * @throws VirtError OPERATION_INVALID if it has ended meanwhile
 */
export async function changeLive(
  root: QemuRoot,
  record: DomainRecord,
  change: (definition: DomainDefinition) => DomainDefinition,
): Promise<void> {
  const status = activeStatus(record);
  record.status = { ...status, definition: change(status.definition) };
  await root.domains.saveStatus(record);
}
