import { VirtError } from '@virtkit/errors';

/** Flags of the driver functions, by the words of the public API's options; values are libvirt's. */

/** virDomainCreateFlags */
export const CREATE_FLAGS = {
  paused: 1,
  autodestroy: 2,
  bypassCache: 4,
  forceBoot: 8,
  validate: 16,
  resetNvram: 32,
} as const;

/** virDomainDefineFlags */
export const DEFINE_FLAGS = { validate: 1 } as const;

/** virDomainXMLFlags */
export const XML_FLAGS = { secure: 1, inactive: 2, updateCpu: 4, migratable: 8 } as const;

/** virDomainDestroyFlagsValues */
export const DESTROY_FLAGS = { graceful: 1, removeLogs: 2 } as const;

/** virDomainShutdownFlagValues */
export const SHUTDOWN_FLAGS = {
  acpiPowerButton: 1,
  guestAgent: 2,
  initctl: 4,
  processSignal: 8,
  paravirt: 16,
} as const;

/** virDomainUndefineFlagsValues */
export const UNDEFINE_FLAGS = {
  managedSave: 1,
  snapshotsMetadata: 2,
  nvram: 4,
  keepNvram: 8,
  checkpointsMetadata: 16,
  tpm: 32,
  keepTpm: 64,
} as const;

/** virConnectListAllDomainsFlags */
export const LIST_DOMAINS_FLAGS = {
  active: 1,
  inactive: 2,
  persistent: 4,
  transient: 8,
  running: 16,
  paused: 32,
  shutoff: 64,
  other: 128,
  managedSave: 256,
  noManagedSave: 512,
  autostart: 1024,
  noAutostart: 2048,
  hasSnapshot: 4096,
  noSnapshot: 8192,
  hasCheckpoint: 16384,
  noCheckpoint: 32768,
} as const;

/** virDomainSaveRestoreFlags */
export const SAVE_FLAGS = { bypassCache: 1, running: 2, paused: 4, resetNvram: 8 } as const;

/** virDomainConsoleFlags */
export const CONSOLE_FLAGS = { force: 1, safe: 2 } as const;

/** virDomainModificationImpact */
export const AFFECT_FLAGS = { live: 1, config: 2 } as const;

/** virDomainVcpuFlags */
export const VCPU_FLAGS = { ...AFFECT_FLAGS, maximum: 4, guest: 8, hotpluggable: 16 } as const;

/** virDomainMemoryModFlags */
export const MEMORY_FLAGS = { ...AFFECT_FLAGS, maximum: 4 } as const;

/** virDomainSnapshotCreateFlags */
export const SNAPSHOT_CREATE_FLAGS = {
  redefine: 1,
  current: 2,
  noMetadata: 4,
  halt: 8,
  diskOnly: 16,
  reuseExternal: 32,
  quiesce: 64,
  atomic: 128,
  live: 256,
  validate: 512,
} as const;

/** virDomainSnapshotRevertFlags */
export const SNAPSHOT_REVERT_FLAGS = { running: 1, paused: 2, force: 4, resetNvram: 8 } as const;

/** virDomainSnapshotDeleteFlags */
export const SNAPSHOT_DELETE_FLAGS = { children: 1, metadataOnly: 2, childrenOnly: 4 } as const;

/** virDomainSnapshotListFlags, of lists of all of a domain's */
export const SNAPSHOT_LIST_FLAGS = {
  roots: 1,
  metadata: 2,
  leaves: 4,
  noLeaves: 8,
  noMetadata: 16,
  inactive: 32,
  active: 64,
  diskOnly: 128,
  internal: 256,
  external: 512,
  topological: 1024,
} as const;

type FlagTable = Readonly<Record<string, number>>;

/** Options as the public API takes them: each flag by its word. */
export type FlagOptions<T extends FlagTable> = { readonly [F in keyof T]?: boolean | undefined };

/** The sum of the flags that are set: `flagsOf(CREATE_FLAGS, { paused: true })` is 1. */
export function flagsOf<T extends FlagTable>(table: T, options: FlagOptions<T>): number {
  let flags = 0;
  for (const [word, flag] of Object.entries(table)) if (Reflect.get(options, word) === true) flags |= flag;
  return flags;
}

/**
 * Refuses a call with flags that the driver doesn't know what to do with, rather than doing something else.
 * @param refused the bits that mustn't be set
 * @throws VirtError INVALID_ARG, in libvirt's words
 */
export function refuseFlags(flags: number, refused: number): void {
  const unsupported = (flags & refused) >>> 0;
  if (unsupported !== 0) throw new VirtError('INVALID_ARG', `unsupported flags (0x${unsupported.toString(16)})`);
}

/** Whether a flag is set in `flags`. */
export function hasFlagSet(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
