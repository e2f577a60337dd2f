import type { OptionalProperties } from '../arguments/properties.js';

/** How the host caches what the guest reads and writes. */
export type CacheMode = 'none' | 'writethrough' | 'writeback' | 'directsync' | 'unsafe';

interface CacheBehaviour {
  /** The host's page cache is bypassed. */
  readonly direct: boolean;
  /** Flushes of the guest are dropped. */
  readonly noFlush: boolean;
  /** The guest sees a cache that it must flush. */
  readonly writeCache: boolean;
}

export const CACHE_MODES: Readonly<Record<CacheMode, CacheBehaviour>> = {
  none: { direct: true, noFlush: false, writeCache: true },
  writethrough: { direct: false, noFlush: false, writeCache: false },
  writeback: { direct: false, noFlush: false, writeCache: true },
  directsync: { direct: true, noFlush: false, writeCache: false },
  unsafe: { direct: false, noFlush: true, writeCache: true },
};

/** What a cache mode means for the nodes of the block graph. */
export function nodeCacheProperties(mode: CacheMode | undefined): OptionalProperties {
  if (mode === undefined) return {};
  const { direct, noFlush } = CACHE_MODES[mode];
  return { cache: { direct, 'no-flush': noFlush } };
}

/** What a cache mode means for the guest's device: `on` or `off`, for QEMU's `write-cache`. */
export function writeCacheProperty(mode: CacheMode | undefined): 'on' | 'off' | undefined {
  if (mode === undefined) return undefined;
  return CACHE_MODES[mode].writeCache ? 'on' : 'off';
}
