import type { CpuFeatureData } from './cpu-features.js';

/** The run state of an emulator (QAPI RunState), and whether its CPUs run. */
export interface RunStatus {
  readonly isRunning: boolean;
  readonly status: string;
}

/** What a disk has read and written since the start. */
export interface BlockStats {
  readonly readRequests: bigint;
  readonly readBytes: bigint;
  readonly readTimesNs: bigint;
  readonly writeRequests: bigint;
  readonly writeBytes: bigint;
  readonly writeTimesNs: bigint;
  readonly flushRequests: bigint;
  readonly flushTimesNs: bigint;
}

/** What a monitor is asked for by single requests; part of `Monitor`, and failing as that does. */
export interface MonitorRequests {
  queryStatus(signal: AbortSignal): Promise<RunStatus>;
  /** Where each character device leads, by its id: `charserial0` → `pty:/dev/pts/3`. */
  queryCharacterDevices(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Current memory of the guest in KiB; undefined without a balloon device. */
  queryBalloonKiB(signal: AbortSignal): Promise<number | undefined>;
  /** Asks the guest to give memory back or take it: the balloon's new size, in KiB. */
  setBalloonKiB(memoryKiB: number, signal: AbortSignal): Promise<void>;
  /** What the guest says of its memory, in bytes, by QEMU's names (`stat-free-memory`); empty without a balloon. */
  queryGuestMemory(signal: AbortSignal): Promise<ReadonlyMap<string, bigint>>;
  /** How often the guest reports that, in seconds; 0 for never. */
  setGuestMemoryPeriod(seconds: number, signal: AbortSignal): Promise<void>;
  /** The host's threads that run the vCPUs, in their order. */
  queryCpuThreads(signal: AbortSignal): Promise<readonly number[]>;
  /** The CPU features that the guest sees; undefined where CPUs have none that CPUID tells. */
  queryCpuFeatures(signal: AbortSignal): Promise<CpuFeatureData | undefined>;
  /** What each disk has read and written, by its QEMU device id. */
  queryBlockStats(signal: AbortSignal): Promise<ReadonlyMap<string, BlockStats>>;
  /** Presses keys together and lets them go after `holdMs`; codes of QEMU's (QAPI QKeyCode numbers of a PC keyboard). */
  sendKeys(codes: readonly number[], holdMs: number, signal: AbortSignal): Promise<void>;
  /** Sends the guest a non-maskable interrupt. */
  injectNmi(signal: AbortSignal): Promise<void>;
  /** Writes what the guest's screen shows to a file, as a portable pixmap. */
  screendump(path: string, signal: AbortSignal): Promise<void>;
}
