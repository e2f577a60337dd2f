/** The host: its processors and memory. */
export interface TestNode {
  readonly model: string;
  readonly memoryKiB: bigint;
  readonly cpus: number;
  readonly mhz: number;
  readonly nodes: number;
  readonly sockets: number;
  readonly cores: number;
  readonly threads: number;
  /** The memory's cells; a host that a file describes has none. */
  readonly cells: readonly MemoryCell[];
}

/** The node of `test:///default`. */
export const NODE = {
  model: 'i686',
  memoryKiB: 3_145_728n,
  cpus: 16,
  mhz: 1400,
  nodes: 2,
  sockets: 2,
  cores: 2,
  threads: 2,
  cells: [
    { freeBytes: 2_097_152n, freePages: { 4: 7n, 8: 21n, 2048: 49n, 1048576: 105n } },
    { freeBytes: 4_194_304n, freePages: { 4: 19n, 8: 45n, 2048: 97n, 1048576: 201n } },
  ],
} as const satisfies TestNode;

/** virNodeGetCPUMap: which of the processors that it shows are online. */
export const CPU_MAP = { present: 8, online: '0,2,4', onlineCount: 3 } as const;

/** virNodeGetCPUStats, in nanoseconds. */
export const CPU_STATISTICS = {
  user: 9_797_400_000n,
  kernel: 34_678_723_400_000n,
  idle: 87_264_900_000n,
  iowait: 763_600_000n,
} as const;

/** One cell of memory: what is free, and how many free pages there are of each size in KiB. */
interface MemoryCell {
  readonly freeBytes: bigint;
  readonly freePages: Readonly<Record<number, bigint>>;
}

/** The most vCPUs that a domain may have. */
export const MAX_VCPUS = 32;
