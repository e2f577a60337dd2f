import { readFileSync } from 'node:fs';

/** A process that may have ended, and whose number another may have got since. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in clock ticks since the machine booted (proc(5), stat, field 22). */
  readonly startTime: string;
}

/** @returns undefined if no such process runs (a zombie doesn't) */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses, which may itself hold blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTime = fields[22 - 3];
  return state === 'Z' || state === 'X' || startTime === undefined ? undefined : { pid, startTime };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startTime === identity.startTime;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return identifyProcess(process.pid) ?? { pid: process.pid, startTime: '0' };
}

/** CPU time the process has used so far, in ns. */
export function cpuTimeNs(pid: number): bigint {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return 0n;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = '0', system = '0'] = fields.slice(14 - 3, 16 - 3);
  // USER_HZ is 100 on every Linux that Node runs on.
  return (BigInt(user) + BigInt(system)) * 10_000_000n;
}
