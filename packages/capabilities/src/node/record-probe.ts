import type { Exchange, ProbeRecording } from '../probe/recording.js';
import { converse } from './converse.js';
import { type EmulatorProcess, startEmulator } from './emulator-process.js';
import { kvmSuits, readHostFacts } from './host-facts.js';
import { checkBinary, probeError } from './probe-errors.js';

/** How to ask an emulator. */
export interface RecordOptions {
  signal?: AbortSignal;
  /** Until everything is answered. Default 30 000. */
  timeoutMs?: number;
  /** Try KVM. Default: where `/dev/kvm` can be opened and suits the emulator. */
  kvm?: boolean;
}

/** Until a probe is given up. */
export const PROBE_TIMEOUT_MS = 30_000;

/**
 * Asks an emulator what it can do, and returns what was said. It starts one process for each accelerator, without a
 * machine, and leaves none behind, even if this process is killed meanwhile.
 *
 * @throws {VirtError} `SYSTEM_ERROR` for a binary that is missing or can't be run, `INTERNAL_ERROR` with its last words
 * for one that is no QEMU or dies, `OPERATION_TIMEOUT` for one that hangs, `OPERATION_ABORTED`.
 */
export async function recordProbe(binary: string, options: RecordOptions = {}): Promise<ProbeRecording> {
  await checkBinary(binary);
  return withRecording(binary, options, async (recording) => recording);
}

/** Asks an emulator that was seen to be a program, and uses what it said while it is dying. */
export async function withRecording<T>(
  binary: string,
  options: RecordOptions,
  use: (recording: ProbeRecording) => Promise<T>,
): Promise<T> {
  const { signal, timeoutMs = PROBE_TIMEOUT_MS } = options;
  const kvm = options.kvm ?? (kvmSuits(binary) && (await readHostFacts()).kvmUsable);
  const deadline = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  const emulators: EmulatorProcess[] = [];
  const killAll = () => Promise.all(emulators.map((emulator) => emulator.kill()));
  either.addEventListener('abort', killAll, { once: true });
  const start = (accel: string) => {
    const emulator = startEmulator(binary, accel);
    emulators.push(emulator);
    return emulator;
  };
  let recording: ProbeRecording;
  try {
    either.throwIfAborted();
    recording = { binary, exchanges: await askAll(start, kvm) };
  } catch (cause) {
    const notStarted = (await killAll()).find((error) => error !== undefined);
    throw probeError({
      binary,
      cause: notStarted ?? cause,
      lastWords: emulators.map((emulator) => emulator.lastWords()).find((words) => words !== '') ?? '',
      timedOut: deadline.aborted,
      timeoutMs,
      abortedBy: signal?.aborted ? signal : undefined,
    });
  } finally {
    either.removeEventListener('abort', killAll);
  }
  const dying = killAll();
  try {
    return await use(recording);
  } finally {
    await dying;
  }
}

async function askAll(start: (accel: string) => EmulatorProcess, kvm: boolean): Promise<Exchange[]> {
  const everything = converse(start(kvm ? 'kvm:tcg' : 'tcg'), { scope: 'everything' });
  if (!kvm) return everything;
  everything.catch(() => 'told by what awaits it below');
  const rest = converse(start('tcg'), { scope: 'accelerator', first: everything });
  const [exchanges, more] = await Promise.all([everything, rest]);
  return ranWithKvm(exchanges) ? [...exchanges, ...more] : exchanges;
}

function ranWithKvm(exchanges: readonly Exchange[]): boolean {
  const reply = exchanges.find((exchange) => exchange.execute === 'query-kvm')?.reply;
  const state = reply && 'return' in reply ? reply.return : undefined;
  return typeof state === 'object' && state !== null && 'enabled' in state && state.enabled === true;
}
