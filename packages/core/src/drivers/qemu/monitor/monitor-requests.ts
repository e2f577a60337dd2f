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
  /** How far into the image it has written, in bytes. */
  readonly highestOffset: bigint;
}

/** A disk with an image in it. */
export interface DiskState {
  /** Of the image, in bytes: what the guest sees. */
  readonly capacity: bigint;
  /** What the image takes on the host, in bytes, where the monitor tells. */
  readonly physical?: bigint;
  /** `ok`, `failed` or `nospace` (QAPI BlockDeviceIoStatus), of devices that tell. */
  readonly ioStatus?: string;
}

/** A place for a vCPU in a machine (QAPI HotpluggableCPU). */
export interface VcpuSlot {
  /** What goes there: `qemu64-x86_64-cpu`. */
  readonly driver: string;
  /** Where it is: `socket-id`, `core-id`, `thread-id` … */
  readonly properties: Readonly<Record<string, number>>;
  /** Whether there is one. */
  readonly isFilled: boolean;
}

/** How fast a guest changes its memory (QAPI DirtyRateInfo), as measured last. */
export interface DirtyRate {
  /** `unstarted`, `measuring` or `measured` */
  readonly status: string;
  /** Of the measurement, in seconds. */
  readonly startTime: bigint;
  /** How long it takes, in seconds. */
  readonly period: bigint;
  /** `page-sampling`, `dirty-bitmap` or `dirty-ring` */
  readonly mode: string;
  /** Once it is measured. */
  readonly mibPerSecond?: bigint;
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
  /** The places for vCPUs, in the order of their numbers. */
  queryVcpuSlots(signal: AbortSignal): Promise<readonly VcpuSlot[]>;
  /** The CPU features that the guest sees; undefined where CPUs have none that CPUID tells. */
  queryCpuFeatures(signal: AbortSignal): Promise<CpuFeatureData | undefined>;
  /** What each disk has read and written, by its QEMU device id. */
  queryBlockStats(signal: AbortSignal): Promise<ReadonlyMap<string, BlockStats>>;
  /** The disks that have an image, by their QEMU device ids. */
  queryDisks(signal: AbortSignal): Promise<ReadonlyMap<string, DiskState>>;
  /** Undefined where the monitor can't tell. */
  queryDirtyRate(signal: AbortSignal): Promise<DirtyRate | undefined>;
  /** Presses keys together and lets them go after `holdMs`; codes of QEMU's (QAPI QKeyCode numbers of a PC keyboard). */
  sendKeys(codes: readonly number[], holdMs: number, signal: AbortSignal): Promise<void>;
  /** Sends the guest a non-maskable interrupt. */
  injectNmi(signal: AbortSignal): Promise<void>;
  /** Writes what the guest's screen shows to a file, as a portable pixmap. */
  screendump(path: string, signal: AbortSignal): Promise<void>;
}
