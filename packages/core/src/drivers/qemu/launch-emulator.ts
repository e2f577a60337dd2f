import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCommandLine, type CommandLine, numberDescriptors } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { drawMoment } from '../../host/describe-host.js';
import { emulatorFor } from '../../host/emulator-for.js';
import { traceStep } from '../../trace/crossings.js';
import type { DomainRecord } from './domain-record.js';
import { withBackingChains } from './images/backing-chain.js';
import { type OpenDescriptor, openDescriptor } from './process/open-descriptor.js';
import { FIRST_DESCRIPTOR, logPathOf, type SpawnedEmulator, spawnEmulator } from './process/spawn-emulator.js';
import type { QemuRoot } from './qemu-root.js';
import { runtimeDirectory } from './runtime-directory.js';

/** Where emulators look for programs; the rest of our environment is none of their business. */
const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Builds the command line of a domain that is being started, opens what it inherits, and spawns it.
 * @param more the emulator's words for a state to go on from
 */
export async function launchEmulator(
  root: QemuRoot,
  record: DomainRecord,
  signal: AbortSignal,
  more: readonly string[] = [],
): Promise<SpawnedEmulator> {
  const { name, status } = record;
  if (status === undefined) throw new TypeError(`domain '${name}' was not claimed`);
  const { id, monitor } = status;
  const definition = await withBackingChains(status.definition);
  const binary = emulatorFor(definition, root.host);
  const capabilities = await root.capabilitiesOf(binary, signal);
  const moment = drawMoment(0);
  const host = { ...root.host, moment };
  const commandLine = traceStep.sync({ step: 'buildCommandLine', subject: name }, () =>
    buildCommandLine(definition, capabilities, host, { domainId: id, ...(monitor && { monitor }) }),
  );
  const directory = runtimeDirectory(root.layout, id, name);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, 'master-key.aes'), Buffer.from(moment.masterKey, 'base64'), { mode: 0o600 });
  signal.throwIfAborted();
  const emulator = await traceStep({ step: 'spawn', subject: binary }, () =>
    spawn(root, name, { ...commandLine, argv: [...commandLine.argv, ...rebootWords(definition), ...more] }),
  );
  record.status = { ...status, emulator: emulator.identity, definition: commandLine.definition };
  await root.domains.saveStatus(record);
  return emulator;
}

/** The emulator's words for a guest that may not reboot: what would be one shuts it down. */
function rebootWords({ onReboot }: DomainDefinition): readonly string[] {
  return onReboot === 'destroy' ? ['-no-reboot'] : [];
}

async function spawn(root: QemuRoot, name: string, commandLine: CommandLine): Promise<SpawnedEmulator> {
  const opened: OpenDescriptor[] = [];
  try {
    const numbers = new Map<string, number>();
    for (const { descriptor, open } of commandLine.descriptors) {
      numbers.set(descriptor, FIRST_DESCRIPTOR + opened.length);
      opened.push(await openDescriptor(open));
    }
    const [binary = '', ...argv] = numberDescriptors(
      commandLine.argv,
      ({ descriptor }) => numbers.get(descriptor) ?? -1,
    );
    return await spawnEmulator({
      binary,
      argv,
      environment: { PATH: SEARCH_PATH, ...commandLine.environment },
      descriptors: opened.map(({ descriptor }) => descriptor),
      logPath: logPathOf(root.layout.logs, name),
    });
  } finally {
    for (const descriptor of opened) descriptor.close();
  }
}
