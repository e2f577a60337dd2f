import { readFileSync } from 'node:fs';
import { readStat } from './process-statistics.js';

/** A process that may have ended, and whose number another may have got since. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started: the machine's boot, and the clock ticks since (proc(5), stat, field 22). */
  readonly startTime: string;
}

/** @returns undefined if no such process runs (a zombie doesn't) */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const fields = readStat(`/proc/${pid}/stat`);
  const state = fields?.state;
  const ticks = fields?.field(22);
  if (state === 'Z' || state === 'X' || ticks === undefined) return undefined;
  return { pid, startTime: `${bootId()}/${ticks}` };
}

/** Numbers of processes and their ticks come again after the machine has booted; this doesn't. */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startTime === identity.startTime;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return identifyProcess(process.pid) ?? { pid: process.pid, startTime: '0' };
}
