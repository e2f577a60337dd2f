import { readFileSync } from 'node:fs';

/** USER_HZ is 100 on every Linux that Node runs on. */
const TICK_NS = 10_000_000n;
const PAGE_KIB = 4n;
const NS_OF_MS = 1_000_000;

/** The fields of a `stat` file (proc(5)), by their numbers there. */
interface Stat {
  readonly state: string | undefined;
  field(number: number): string | undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

/** @returns undefined if the process or thread has gone */
export function readStat(path: string): Stat | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  // The second field is the program's name in parentheses, which may itself hold blanks and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], field: (number) => fields[number - 3] };
}

/** What a process or a thread has used of the CPUs, and where it ran last. */
export interface CpuUse {
  readonly userNs: bigint;
  readonly systemNs: bigint;
  /** Number of the CPU it ran on last. */
  readonly cpu: number;
}

function cpuUse(path: string): CpuUse | undefined {
  const stat = readStat(path);
  if (stat === undefined) return undefined;
  return {
    userNs: BigInt(stat.field(14) ?? 0) * TICK_NS,
    systemNs: BigInt(stat.field(15) ?? 0) * TICK_NS,
    cpu: Number(stat.field(39) ?? 0),
  };
}

/** @returns undefined if the process has gone */
export function processCpuUse(pid: number): CpuUse | undefined {
  return cpuUse(`/proc/${pid}/stat`);
}

/** @returns undefined if the thread has gone */
export function threadCpuUse(pid: number, thread: number): CpuUse | undefined {
  return cpuUse(`/proc/${pid}/task/${thread}/stat`);
}

/** CPU time a process has used so far, in ns; 0 if it has gone. */
export function cpuTimeNs(pid: number): bigint {
  const use = processCpuUse(pid);
  return use === undefined ? 0n : use.userNs + use.systemNs;
}

/** Memory of a process that is resident, in KiB; 0 if it has gone. */
export function residentSetKiB(pid: number): bigint {
  return BigInt(readStat(`/proc/${pid}/stat`)?.field(24) ?? 0) * PAGE_KIB;
}

/** What the host's scheduler has kept a thread from, in ns. */
export interface ThreadWaits {
  /** Something else ran ahead of it. */
  readonly waitNs: bigint;
  /** It stood in the queue. */
  readonly delayNs: bigint;
}

/** @returns undefined if the thread has gone; waits are 0 on kernels that don't count them */
export function threadWaits(pid: number, thread: number): ThreadWaits | undefined {
  const counted = readText(`/proc/${pid}/task/${thread}/schedstat`);
  if (counted === undefined) return undefined;
  const details = readText(`/proc/${pid}/task/${thread}/sched`) ?? '';
  const waitMs = /^(?:se\.statistics\.)?wait_sum\s*:\s*([\d.]+)$/m.exec(details)?.[1] ?? '0';
  return { waitNs: BigInt(Math.round(Number(waitMs) * NS_OF_MS)), delayNs: BigInt(counted.split(' ')[1] ?? 0) };
}
