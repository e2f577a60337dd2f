import { readdir } from 'node:fs/promises';
import { buildCommandLine, completeDomain } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { drawMoment } from '../../host/describe-host.js';
import { emulatorFor } from '../../host/emulator-for.js';
import { createDomainRecord } from './domain-record.js';
import { fillInCharacterDevices } from './fill-in-character-devices.js';
import type { EmulatorIdentity } from './monitor/emulator-identity.js';
import { identifyEmulator } from './monitor/identify-emulator.js';
import { identifyHumanEmulator } from './monitor/identify-human-emulator.js';
import { emulatorProgram } from './process/emulator-program.js';
import { findListener } from './process/find-listener.js';
import type { QemuRoot } from './qemu-root.js';
import { monitorPath, runtimeDirectory } from './runtime-directory.js';

const GREETING_TIMEOUT_MS = 5_000;

/** The ids that a domain of this name may have, as its runtime directories tell. */
async function idsOf({ layout }: QemuRoot, name: string): Promise<number[]> {
  const entries = await readdir(layout.runtime);
  const ids = entries.map((entry) => Number(/^domain-(\d+)-/.exec(entry)?.[1]));
  return ids.filter((id) => entries.includes(runtimeDirectory(layout, id, name).slice(layout.runtime.length + 1)));
}

/** The persistent definition, if the domain has one; else the little that the emulator can tell. */
async function definitionOf(
  root: QemuRoot,
  { definition: told, characterDevices }: EmulatorIdentity,
  id: number,
  signal: AbortSignal,
): Promise<DomainDefinition & { readonly uuid: string }> {
  const { uuid } = told;
  const persistent = root.domains.byUuid(uuid)?.persistent?.read();
  if (persistent === undefined) return told;
  const capabilities = await root.capabilitiesOf(emulatorFor(persistent, root.host), signal);
  const host = { ...root.host, moment: drawMoment(0) };
  const { definition: completed } = completeDomain(persistent, capabilities, host, { origin: 'existing' });
  // Building is what names the devices.
  const { definition } = buildCommandLine(completed, capabilities, host, { domainId: id });
  return { ...fillInCharacterDevices(definition, characterDevices), uuid };
}

/** Writes the status of the domain anew if its emulator still runs; whether one listens. */
async function adoptAt(root: QemuRoot, name: string, id: number, signal: AbortSignal): Promise<boolean> {
  const path = monitorPath(root.layout, id, name);
  const emulator = await findListener(path);
  if (emulator === undefined) return false;
  const { program, monitor } = await emulatorProgram(emulator);
  const identify = monitor === 'hmp' ? identifyHumanEmulator : identifyEmulator;
  const identity = await identify(path, { signal, greetingTimeoutMs: GREETING_TIMEOUT_MS, program });
  if (identity.name !== name) return false;
  const definition = await definitionOf(root, identity, id, signal);
  const record = root.domains.claim(name, definition.uuid, {
    version: 1,
    id,
    phase: 'started',
    state: { state: identity.isRunning ? 'running' : 'paused', reason: 'unknown' },
    monitor,
    emulator,
    definition,
  });
  await root.domains.saveStatus(record);
  return true;
}

async function adopt(root: QemuRoot, name: string, signal: AbortSignal): Promise<void> {
  for (const id of await idsOf(root, name)) if (await adoptAt(root, name, id, signal)) return;
  // Nobody runs any more: what is left of the status goes.
  await root.domains.removeStatus(root.domains.byName(name) ?? createDomainRecord(name, ''), undefined);
}

/**
 * Finds the emulators of the domains whose status files can't be read any more, by the monitors they listen on, so that
 * they can be taken up like all others. One that doesn't answer is left as it is.
 */
export async function adoptDamaged(root: QemuRoot, signal: AbortSignal): Promise<void> {
  if (root.domains.damaged().length === 0) return;
  await root.locked(signal, async () => {
    await Promise.allSettled(root.domains.damaged().map(({ name }) => adopt(root, name, signal)));
  });
}
