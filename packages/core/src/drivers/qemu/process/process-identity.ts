import { readStat } from './process-statistics.js';

/** A process that may have ended, and whose number another may have got since. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in clock ticks since the machine booted (proc(5), stat, field 22). */
  readonly startTime: string;
}

/** @returns undefined if no such process runs (a zombie doesn't) */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const fields = readStat(`/proc/${pid}/stat`);
  const state = fields?.state;
  const startTime = fields?.field(22);
  return state === 'Z' || state === 'X' || startTime === undefined ? undefined : { pid, startTime };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startTime === identity.startTime;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return identifyProcess(process.pid) ?? { pid: process.pid, startTime: '0' };
}
