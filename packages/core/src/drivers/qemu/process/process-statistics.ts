import { readFileSync } from 'node:fs';

/** USER_HZ is 100 on every Linux that Node runs on. */
const TICK_NS = 10_000_000n;
const PAGE_KIB = 4n;

/** The fields of a `stat` file (proc(5)), by their numbers there. */
interface Stat {
  readonly state: string | undefined;
  field(number: number): string | undefined;
}

/** @returns undefined if the process or thread has gone */
export function readStat(path: string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
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
