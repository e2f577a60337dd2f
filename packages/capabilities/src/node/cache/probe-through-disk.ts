import type { EmulatorCapabilities } from '../../model.js';
import { interpretProbe } from '../../probe/interpret-probe.js';
import { kvmSuits } from '../host-facts.js';
import { withRecording } from '../record-probe.js';
import { cacheFileOf, readCacheFile, writeCacheFile } from './cache-file.js';
import type { CacheKey } from './cache-key.js';
import { takeLock } from './probe-lock.js';

/** A probe that looks on disk first and leaves its result there. */
export interface DiskProbe {
  binary: string;
  key: CacheKey;
  /** Absent: nothing is read or written. */
  directory: string | undefined;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * The capabilities from disk or, where they aren't there, from the emulator. A directory that can't be written to
 * costs the cache, not the answer.
 *
 * @throws {VirtError} as `recordProbe`.
 */
export async function probeThroughDisk(probe: DiskProbe): Promise<EmulatorCapabilities> {
  const { binary, key, directory, timeoutMs, signal } = probe;
  if (directory === undefined) return ask(probe);
  const path = cacheFileOf(directory, binary);
  let found: EmulatorCapabilities | undefined;
  const release = await takeLock(`${path}.lock`, {
    signal,
    staleAfterMs: timeoutMs + 5_000,
    async done() {
      found = await readCacheFile(path, key);
      return found !== undefined;
    },
  }).catch(giveUpDisk(signal));
  if (found) return found;
  try {
    return await ask(probe, (capabilities) => writeCacheFile(path, key, capabilities).catch(giveUpDisk(signal)));
  } finally {
    await release?.();
  }
}

function giveUpDisk(signal: AbortSignal | undefined): () => undefined {
  return () => {
    signal?.throwIfAborted();
    return undefined;
  };
}

async function ask(
  { binary, key, timeoutMs, signal }: DiskProbe,
  keep: (capabilities: EmulatorCapabilities) => Promise<void> = async () => undefined,
): Promise<EmulatorCapabilities> {
  const options = { timeoutMs, kvm: key.host.kvmUsable && kvmSuits(binary), ...(signal && { signal }) };
  return withRecording(binary, options, async (recording) => {
    const capabilities = interpretProbe(recording, { microcodeVersion: key.host.microcodeVersion });
    await keep(capabilities);
    return capabilities;
  });
}
