import { VirtError } from '@virtkit/errors';
import type { EmulatorCapabilities } from '../model.js';
import { cacheKeyOf } from './cache/cache-key.js';
import { probeThroughDisk } from './cache/probe-through-disk.js';
import { readHostFacts } from './host-facts.js';
import { checkBinary } from './probe-errors.js';
import { PROBE_TIMEOUT_MS } from './record-probe.js';

/** How to probe an emulator. */
export interface ProbeOptions {
  signal?: AbortSignal;
  /** Until everything is answered. Default 30 000. */
  timeoutMs?: number;
  /** Try KVM, where it suits the emulator. Default: where `/dev/kvm` can be opened. */
  kvm?: boolean;
  /** Directory to keep the answer in, and to look for it first. Without it the emulator is always asked. */
  cacheDirectory?: string;
}

/**
 * Learns what an emulator can do. With a cache directory, callers that ask at the same time, from whatever process,
 * wait for one probe. Who asks often holds a `createCapabilitiesCache` instead, which also remembers.
 *
 * @throws {VirtError} `SYSTEM_ERROR` for a binary that is missing or can't be run, `INTERNAL_ERROR` with its last words
 * for one that is no QEMU or dies, `CONFIG_UNSUPPORTED` for a QEMU before 6.2, `OPERATION_TIMEOUT`, `OPERATION_ABORTED`.
 */
export async function probeCapabilities(binary: string, options: ProbeOptions = {}): Promise<EmulatorCapabilities> {
  const { signal, timeoutMs = PROBE_TIMEOUT_MS, cacheDirectory } = options;
  const [host] = await Promise.all([readHostFacts(), checkBinary(binary)]);
  const key = cacheKeyOf(binary, { ...host, kvmUsable: options.kvm ?? host.kvmUsable });
  try {
    return await probeThroughDisk({ binary, key, directory: cacheDirectory, timeoutMs, signal });
  } catch (cause) {
    if (!signal?.aborted || VirtError.isInstance(cause)) throw cause;
    throw new VirtError('OPERATION_ABORTED', `probing of QEMU binary ${binary} was aborted`, { domain: 'QEMU', cause });
  }
}
