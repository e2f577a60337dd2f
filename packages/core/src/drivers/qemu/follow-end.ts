import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { reportBackgroundError } from './background-errors.js';
import type { DomainRecord } from './domain-record.js';
import { enterState } from './enter-state.js';
import type { Monitor } from './monitor/monitor.js';
import type { QemuRoot } from './qemu-root.js';
import { stopDomain } from './stop-domain.js';

type CrashAction = NonNullable<DomainDefinition['onCrash']>;

/** What becomes of a domain whose guest crashed, by its `<on_crash>`. */
const AFTER_CRASH: Readonly<Record<CrashAction, 'end' | 'begin anew' | 'stay'>> = {
  destroy: 'end',
  'coredump-destroy': 'end',
  restart: 'begin anew',
  'coredump-restart': 'begin anew',
  preserve: 'stay',
  'rename-restart': 'stay',
};

/**
 * The guest has shut down, or wants a reboot that its `<on_reboot>` doesn't give it, and its emulator waits: to be ended, or to
 * begin anew.
 */
export async function followShutdown(root: QemuRoot, record: DomainRecord, by: 'guest' | 'host'): Promise<void> {
  const { monitor, status } = record;
  const restarts = by === 'guest' && (record.rebooting === true || status?.definition.onPoweroff === 'restart');
  delete record.rebooting;
  if (restarts && monitor !== undefined) return beginAnew(root, record, monitor);
  await enterState(root, record, { state: 'shutdown', reason: 'user' }, { event: 'shutdown', detail: by });
  await stopDomain(root, record, 'shutdown');
}

/** The guest has crashed and told so, and its CPUs are stopped. */
export async function followPanic(root: QemuRoot, record: DomainRecord): Promise<void> {
  await enterState(root, record, { state: 'crashed', reason: 'panicked' }, { event: 'crashed', detail: 'panicked' });
  const { monitor, status } = record;
  if (monitor === undefined || status === undefined) return;
  const action = status.definition.onCrash ?? 'destroy';
  if (action === 'coredump-destroy' || action === 'coredump-restart') {
    // A dump that fails, for want of space, say, is no reason to leave the domain as it is.
    await dumpCore(root, record, monitor).catch((error: unknown) => reportBackgroundError(record.name, error));
  }
  const then = AFTER_CRASH[action];
  if (then === 'end') return stopDomain(root, record, 'crashed');
  if (then === 'stay') return;
  await beginAnew(root, record, monitor);
  await enterState(root, record, { state: 'running', reason: 'crashed' }, { event: 'resumed', detail: 'unpaused' });
}

/** Resets the machine and lets its CPUs go on: to whoever looks from outside, the domain has run all the time. */
async function beginAnew(root: QemuRoot, record: DomainRecord, monitor: Monitor): Promise<void> {
  const { signal } = root.closing;
  record.restarting = true;
  try {
    await monitor.systemReset(signal);
    await monitor.cont(signal);
  } finally {
    delete record.restarting;
  }
}

/** Writes the guest's memory to `lib/dump/NAME-DATE-TIME`, in UTC. */
async function dumpCore({ layout, closing }: QemuRoot, { name }: DomainRecord, monitor: Monitor): Promise<void> {
  const [date, time = ''] = new Date().toISOString().split('T');
  await mkdir(layout.dumps, { recursive: true, mode: 0o700 });
  await monitor.dumpMemory(join(layout.dumps, `${name}-${date}-${time.slice(0, 'hh:mm:ss'.length)}`), closing.signal);
}
