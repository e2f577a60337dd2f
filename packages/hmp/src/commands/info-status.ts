import { type Command, query } from '../command.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** Whether the domain runs, and why not. */
export interface Status {
  /** QEMU's run state: `running`, `paused`, `prelaunch`, `postmigrate`, `io-error` …; some QEMUs print only `paused`. */
  readonly status: string;
  readonly isRunning: boolean;
  readonly isSingleStep: boolean;
}

const FORM = /^VM status: (?<word>running|paused)(?<step> \(single step mode\))?(?: \((?<reason>[^)]+)\))?\s*$/;

/** Reads what `info status` prints. */
export function parseStatus(reply: string): Status {
  const { word = '', step, reason } = matchReply('info status', FORM, reply);
  return { status: reason ?? word, isRunning: word === 'running', isSingleStep: step !== undefined };
}

/** The domain's run state. */
export const infoStatus = (): Command<Status> => query('info status', parseStatus);
