import { setTimeout as sleep } from 'node:timers/promises';
import { VirtError } from '@virtkit/errors';
import type { DomainState } from '../../driver/domain-state.js';
import type { NamedDefinition } from './define-domain.js';
import { missingDevices } from './devices/missing-devices.js';
import type { DomainRecord } from './domain-record.js';
import { fillInCharacterDevices } from './fill-in-character-devices.js';
import { launchEmulator } from './launch-emulator.js';
import { emitLifecycle } from './lifecycle-events.js';
import { liveCpu } from './live-cpu.js';
import type { Monitor } from './monitor/monitor.js';
import { openMonitor } from './open-monitor.js';
import { endProcess } from './process/end-process.js';
import type { SpawnedEmulator } from './process/spawn-emulator.js';
import type { QemuRoot } from './qemu-root.js';
import { nextDomainId } from './state/last-id.js';
import { forgetRuntime } from './stop-domain.js';

/** TCG emulators of large machines take their time before they greet. */
const GREETING_TIMEOUT_MS = 60_000;

/** How long the end of an emulator may come after the end of its monitor's connection. */
const LAST_WORDS_MS = 1_000;

export interface StartOptions {
  /** Leaves the CPUs stopped. */
  readonly paused: boolean;
  readonly signal: AbortSignal;
  /** Gives the machine a state that it had before, instead of a boot; its CPUs are stopped and stay so. */
  readonly formerState?: FormerState | undefined;
}

/** Where a machine goes on. */
export interface FormerState {
  /** The emulator's words for it. */
  readonly argv: readonly string[];
  /** What the listeners hear of the start. */
  readonly detail: 'restored' | 'from snapshot';
  /** Hands the state over, where the emulator doesn't find it by itself. */
  readonly take?: (record: DomainRecord, id: number, monitor: Monitor) => Promise<void>;
}

/**
 * Starts an inactive domain from a completed definition. Until this returns, whoever opens the root after a crash ends what was
 * begun; if it fails or is aborted, nothing of the start is left.
 * @param prepare gives the definition, while the root is locked; what it throws ends the start before it has begun
 * @throws VirtError OPERATION_INVALID if it runs already, CONFIG_UNSUPPORTED for what the emulator can't do, INTERNAL_ERROR with
 * its last words if it ends
 */
export async function startDomain(
  root: QemuRoot,
  prepare: () => Promise<NamedDefinition>,
  { paused, signal, formerState }: StartOptions,
): Promise<DomainRecord> {
  const record = await root.locked(signal, async () => claim(root, await prepare()));
  try {
    const emulator = await launchEmulator(root, record, signal, formerState?.argv);
    await takeMonitor(root, record, emulator, signal);
    if (record.monitor !== undefined && record.status !== undefined) {
      await formerState?.take?.(record, record.status.id, record.monitor);
    }
    await acknowledge(root, record, paused, signal);
  } catch (error) {
    await abandon(root, record);
    throw error;
  } finally {
    delete record.starting;
  }
  if (!paused) emitLifecycle(root, record, { event: 'resumed', detail: 'unpaused' });
  emitLifecycle(root, record, { event: 'started', detail: formerState?.detail ?? 'booted' });
  if (paused && formerState === undefined) emitLifecycle(root, record, { event: 'suspended', detail: 'paused' });
  return record;
}

/** Takes the name and an id; from here on other processes see that the domain is being started. */
async function claim(root: QemuRoot, definition: NamedDefinition): Promise<DomainRecord> {
  const { name, uuid } = definition;
  if (root.domains.byName(name)?.status !== undefined) {
    throw new VirtError('OPERATION_INVALID', 'domain is already running', { domain: 'QEMU' });
  }
  const record = root.domains.claim(name, uuid, {
    version: 1,
    id: await nextDomainId(root.layout.lastId, root.domains.highestId()),
    phase: 'starting',
    state: { state: 'paused', reason: 'starting up' },
    monitor: root.settings.monitor,
    owner: root.owner,
    definition,
  });
  record.starting = true;
  await root.domains.saveStatus(record).catch(async (error: unknown) => {
    delete record.starting;
    await root.domains.removeStatus(record, record.status?.id);
    throw error;
  });
  return record;
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
  const [terminals, features, present] = await Promise.all([
    monitor.queryCharacterDevices(signal),
    monitor.queryCpuFeatures(signal),
    monitor.queryDevices(signal),
  ]);
  const definition = fillInCharacterDevices(status.definition, terminals);
  const cpu = liveCpu(definition.cpu, features);
  if (!paused) await monitor.cont(signal);
  const state: DomainState = paused ? { state: 'paused', reason: 'user' } : { state: 'running', reason: 'booted' };
  record.status = {
    ...status,
    definition,
    ...(cpu && { cpu }),
    builtIn: missingDevices(definition, present),
    phase: 'started',
    state,
  };
  await root.domains.saveStatus(record);
  delete record.lastStop;
}

/** Ends what was begun. */
async function abandon(root: QemuRoot, record: DomainRecord): Promise<void> {
  const { monitor, status } = record;
  if (status === undefined) return;
  if (status.emulator !== undefined) await endProcess(status.emulator, 0);
  await monitor?.close();
  record.lastStop = 'failed';
  await forgetRuntime(root, record, status);
}
