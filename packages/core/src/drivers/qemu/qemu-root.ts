import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import { createCapabilitiesCache } from '@virtkit/capabilities/node';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../driver/contract.js';
import { DomainEvents } from '../../driver/domain-events.js';
import { describeHost } from '../../host/describe-host.js';
import { traceStep } from '../../trace/crossings.js';
import { DomainList } from './domain-list.js';
import { ownIdentity } from './process/process-identity.js';
import type { RootSettings } from './root-settings.js';
import { removeUnfinishedWrites } from './state/atomic-file.js';
import { withDirectoryLock } from './state/directory-lock.js';
import type { MonitorOwner } from './state/domain-status.js';
import { directoriesOf, type Layout, layoutBelow } from './state/layout.js';
import { Mutex } from './state/mutex.js';
import { TextsOfValues } from './texts-of-values.js';

/** Everything that the functions of a qemu driver share: one for each root directory that is open. */
export interface QemuRoot {
  readonly layout: Layout;
  readonly settings: RootSettings;
  readonly host: HostDescription;
  readonly domains: DomainList;
  readonly events: DomainEvents;
  /** Definitions as they were shown: a client may ask for the same one often. */
  readonly shownTexts: TextsOfValues;
  /** How status files name this process's hold on a monitor. */
  readonly owner: MonitorOwner;
  /** Aborted when the root is closed; what goes on in the background ends with it. */
  readonly closing: AbortController;
  /** The driver functions that all connections to the root share; made for the first of them. */
  functions?: DriverFunctions;
  /** Whether this process has seen to it that the domains which start with the driver were started: once a boot is enough. */
  hasAutostarted: boolean;
  capabilitiesOf(binary: string, signal: AbortSignal): Promise<EmulatorCapabilities>;
  /** Runs `action` while no other process writes below the root, after taking up what others wrote. */
  locked<T>(signal: AbortSignal, action: () => Promise<T>): Promise<T>;
}

const LOCK_TIMEOUT_MS = 30_000;

async function makeDirectories(layout: Layout): Promise<void> {
  try {
    for (const directory of directoriesOf(layout)) await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VirtError('SYSTEM_ERROR', `cannot prepare ${layout.root}: ${reason}`, { domain: 'QEMU', cause });
  }
}

/** Opens a root directory, making it if it is new. @throws VirtError SYSTEM_ERROR if it can't be written */
export async function openQemuRoot(
  directory: string,
  uri: string,
  settings: RootSettings,
  closing: AbortController,
): Promise<QemuRoot> {
  const layout = layoutBelow(directory);
  await makeDirectories(layout);
  const domains = new DomainList(layout);
  const capabilities = createCapabilitiesCache({ directory: layout.capabilities });
  // In this process waiters are served in turn; the lock itself only tells processes apart.
  const turn = new Mutex(`lock of ${directory}`, LOCK_TIMEOUT_MS);
  const root: QemuRoot = {
    layout,
    settings,
    host: await describeHost({ uri, root: directory }),
    domains,
    events: new DomainEvents(),
    shownTexts: new TextsOfValues(),
    owner: { ...ownIdentity(), token: randomUUID() },
    closing,
    hasAutostarted: false,
    capabilitiesOf: (binary, aborted) =>
      traceStep({ step: 'capabilities', subject: binary }, () => capabilities.get(binary, { signal: aborted })),
    locked: (aborted, action) =>
      turn.run(aborted, () =>
        withDirectoryLock(directory, aborted, async () => {
          domains.refresh();
          return action();
        }),
      ),
  };
  await root.locked(closing.signal, async () => {
    await removeUnfinishedWrites(layout.definitions);
    await removeUnfinishedWrites(layout.statuses);
  });
  return root;
}
