import { VirtError } from '@virtkit/errors';
import type { EmulatorCapabilities } from '../../model.js';
import { type HostFacts, readHostFacts } from '../host-facts.js';
import { checkBinary } from '../probe-errors.js';
import { PROBE_TIMEOUT_MS } from '../record-probe.js';
import { type CacheKey, cacheKeyOf, isCurrent, isSameKey } from './cache-key.js';
import { probeThroughDisk } from './probe-through-disk.js';
import { type SharedWork, shareWork } from './shared-work.js';

/** Where a cache keeps its files, and how long it may take. */
export interface CapabilitiesCacheSettings {
  /** Directory of the files, made when first needed. Without it the cache lives in memory alone. */
  directory?: string;
  /** Until a probe is given up. Default 30 000. */
  timeoutMs?: number;
  /** Try KVM, where it suits the emulator. Default: where `/dev/kvm` can be opened. */
  kvm?: boolean;
}

/** Capabilities by emulator, probed once and kept until the emulator or the host changes. */
export interface CapabilitiesCache {
  /**
   * The emulator's capabilities: the same value for every caller, which must not be changed.
   *
   * @throws {VirtError} as `recordProbe`; `OPERATION_ABORTED` for this caller alone when its signal is aborted.
   */
  get(binary: string, options?: { signal?: AbortSignal }): Promise<EmulatorCapabilities>;
}

interface Entry {
  key: CacheKey;
  work: SharedWork<EmulatorCapabilities>;
}

/**
 * Makes a cache. Facts about the host are read once; the emulator and its modules are looked at on every call, so that new
 * ones are noticed.
 * Callers that ask at the same time wait for one probe, in this process and, given a directory, in others.
 */
export function createCapabilitiesCache(settings: CapabilitiesCacheSettings = {}): CapabilitiesCache {
  const { directory, timeoutMs = PROBE_TIMEOUT_MS } = settings;
  const entries = new Map<string, Entry>();
  let host: Promise<HostFacts> | undefined;

  const facts = async (): Promise<HostFacts> => {
    host ??= readHostFacts();
    const known = await host;
    return { ...known, kvmUsable: settings.kvm ?? known.kvmUsable };
  };

  const enter = async (binary: string): Promise<Entry> => {
    const known = entries.get(binary);
    if (known && !known.work.isLost && isCurrent(known.key)) return known;
    await checkBinary(binary);
    const key = cacheKeyOf(binary, await facts());
    const other = entries.get(binary);
    if (other && !other.work.isLost && isSameKey(other.key, key)) return other;
    const work = shareWork((signal) => probeThroughDisk({ binary, key, directory, timeoutMs, signal }));
    const entry = { key, work };
    entries.set(binary, entry);
    return entry;
  };

  return {
    async get(binary, { signal } = {}) {
      const { work } = await enter(binary);
      try {
        return await work.wait(signal);
      } catch (cause) {
        if (!signal?.aborted || VirtError.isInstance(cause)) throw cause;
        throw new VirtError('OPERATION_ABORTED', `probing of QEMU binary ${binary} was aborted`, {
          domain: 'QEMU',
          cause,
        });
      }
    },
  };
}
