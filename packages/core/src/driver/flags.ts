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
