import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { parseHex } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One virtual CPU. */
export interface CpuInfo {
  readonly index: number;
  /** Whether `info registers` and memory dumps mean this CPU. */
  readonly isCurrent: boolean;
  readonly threadId: number;
  /** QEMU before 2.12 prints it. */
  readonly isHalted?: boolean;
  /** The program counter; QEMU before 2.12 prints it. */
  readonly pc?: bigint;
}

const FORM =
  /^(?<current>[* ]) CPU #(?<index>\d+):(?: (?:pc|nip|PC)=(?<pc>0x[0-9a-f]+))?(?<halted> \(halted\))? thread_id=(?<thread>\d+)/;

function parseCpu(line: string): CpuInfo {
  const { current, index, pc, halted, thread } = matchReply('info cpus', FORM, line);
  return {
    index: Number(index),
    isCurrent: current === '*',
    threadId: Number(thread),
    ...(pc === undefined ? {} : { pc: parseHex(pc), isHalted: halted !== undefined }),
  };
}

/** Reads what `info cpus` prints. */
export const parseCpus = (reply: string): CpuInfo[] => replyLines(reply).map(parseCpu);

/** The virtual CPUs and their threads. */
export const infoCpus = (): Command<CpuInfo[]> => query('info cpus', parseCpus);
