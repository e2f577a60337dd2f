import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DomainState } from '../../driver/domain-state.js';
import type { DomainRecord } from './domain-record.js';
import { fillInCharacterDevices } from './fill-in-character-devices.js';
import { launchEmulator } from './launch-emulator.js';
import { emitLifecycle } from './lifecycle-events.js';
import { openMonitor } from './open-monitor.js';
import { endProcess } from './process/end-process.js';
import { ownIdentity } from './process/process-identity.js';
import type { SpawnedEmulator } from './process/spawn-emulator.js';
import type { QemuRoot } from './qemu-root.js';
import { forgetRuntime } from './stop-domain.js';

/** TCG emulators of large machines take their time before they greet. */
const GREETING_TIMEOUT_MS = 60_000;

/** How long the end of an emulator may come after the end of its monitor's connection. */
const LAST_WORDS_MS = 1_000;

export interface StartOptions {
  /** Leaves the CPUs stopped. */
  readonly paused: boolean;
  readonly signal: AbortSignal;
}

/**
 * Starts an inactive domain from a completed definition. Until this returns, whoever opens the root after a crash ends what was
 * begun; if it fails or is aborted, nothing of the start is left.
 * @throws VirtError CONFIG_UNSUPPORTED for what the emulator can't do, INTERNAL_ERROR with its last words if it ends
 */
export async function startDomain(
  root: QemuRoot,
  name: string,
  definition: DomainDefinition & { readonly uuid: string },
  { paused, signal }: StartOptions,
): Promise<DomainRecord> {
  const record = await claim(root, name, definition, signal);
  try {
    const emulator = await launchEmulator(root, record, signal);
    await takeMonitor(root, record, emulator, signal);
    await acknowledge(root, record, paused, signal);
  } catch (error) {
    await abandon(root, record);
    throw error;
  }
  return record;
}

/** Takes the name and an id; from here on other processes see that the domain is being started. */
async function claim(
  root: QemuRoot,
  name: string,
  definition: DomainDefinition & { readonly uuid: string },
  signal: AbortSignal,
): Promise<DomainRecord> {
  return root.locked(signal, async () => {
    if (root.domains.byName(name)?.status !== undefined) {
      throw new VirtError('OPERATION_INVALID', `domain '${name}' is already active`, { domain: 'QEMU' });
    }
    const record = root.domains.claim(name, definition.uuid, {
      version: 1,
      id: root.domains.nextId(),
      phase: 'starting',
      state: { state: 'paused', reason: 'starting up' },
      monitor: root.settings.monitor,
      owner: ownIdentity(),
      definition,
    });
    await root.domains.saveStatus(record);
    return record;
  });
}

/** Connects to the monitor, unless the emulator ends before it greets. */
async function takeMonitor(
  root: QemuRoot,
  record: DomainRecord,
  emulator: SpawnedEmulator,
  signal: AbortSignal,
): Promise<void> {
  const { status } = record;
  if (status === undefined) return;
  const died = new AbortController();
  const ended = emulator.ended.then((words) => {
    died.abort();
    return words;
  });
  try {
    record.monitor = await openMonitor(root, record, status, {
      signal: AbortSignal.any([signal, died.signal]),
      greetingTimeoutMs: GREETING_TIMEOUT_MS,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    const words = await Promise.race([ended, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    if (words === undefined) throw cause;
    throw new VirtError('INTERNAL_ERROR', `process exited while connecting to monitor: ${words}`, {
      domain: 'QEMU',
      cause,
    });
  }
}

/** Lets the CPUs run, and makes the start known: from here on the domain outlives us. */
async function acknowledge(root: QemuRoot, record: DomainRecord, paused: boolean, signal: AbortSignal): Promise<void> {
  const { monitor, status } = record;
  if (monitor === undefined || status === undefined) return;
  const definition = fillInCharacterDevices(status.definition, await monitor.queryCharacterDevices(signal));
  if (!paused) await monitor.cont(signal);
  const state: DomainState = paused ? { state: 'paused', reason: 'user' } : { state: 'running', reason: 'booted' };
  record.status = { ...status, definition, phase: 'started', state };
  await root.domains.saveStatus(record);
  delete record.lastStop;
  emitLifecycle(root, record, { event: 'started', detail: 'booted' });
  if (paused) emitLifecycle(root, record, { event: 'suspended', detail: 'paused' });
}

/** Ends what was begun. */
async function abandon(root: QemuRoot, record: DomainRecord): Promise<void> {
  const { monitor, status } = record;
  if (status === undefined) return;
  if (status.emulator !== undefined) await endProcess(status.emulator, 0);
  await monitor?.close();
  await forgetRuntime(root, record, status);
  record.lastStop = 'failed';
}
