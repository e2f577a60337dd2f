import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { parseHex } from '../parse/sizes.js';
import { unexpectedReply } from '../parse/unexpected-reply.js';

/** A segment register, or a descriptor table, which has base and limit only. */
export interface Segment {
  readonly selector?: bigint;
  readonly base: bigint;
  readonly limit: bigint;
  readonly attributes?: bigint;
}

/** The registers of one CPU, under the names that QEMU prints: `RIP`, `X00`, `CR3`, `XMM00` … */
export interface CpuRegisters {
  readonly cpu: number;
  readonly architecture: 'x86' | 'aarch64';
  /** All that are one number. Vector registers are one, too, the highest part first, as QEMU prints them. */
  readonly registers: Readonly<Record<string, bigint>>;
  /** x86: `CS`, `SS` …, `GDT`, `IDT`. */
  readonly segments: Readonly<Record<string, Segment>>;
  /** x86: `---Z-P-`; aarch64: `-Z-- EL1h`. */
  readonly flags: string;
}

/** Which CPUs to show. */
export interface InfoRegistersOptions {
  /** Index of the CPU; the monitor's current one unless told. */
  readonly cpu?: number;
  /** All CPUs. */
  readonly all?: boolean;
}

const CPU_HEADING = /^CPU#(\d+)$/;
const SEGMENT = /^([A-Z]{2,3}) ?= ?([0-9a-f]{4})? +([0-9a-f]{8,16}) ([0-9a-f]{8})(?: ([0-9a-f]{8}))?/;
const FLAGS = /\[([A-Z-]{7})\]|^PSTATE=[0-9a-f]+ ([NZCV-]{4} EL\w+)/;
/** Plain ones; FPR0=mantissa exponent; XMM00, YMM00 and Q00, whose parts of 64 bits follow each other; not `[ST=0]`. */
const REGISTER =
  /(?<![[\w])([A-Z][A-Z0-9]*) ?=([0-9a-f]+)((?:[: ][0-9a-f]{16}(?![0-9a-f=]))+| [0-9a-f]{4}(?![0-9a-f=]))?/g;
const PART_BITS = 64n;

function parseCpu(cpu: number, lines: readonly string[]): CpuRegisters {
  const registers: Record<string, bigint> = {};
  const segments: Record<string, Segment> = {};
  let flags = '';
  for (const line of lines) {
    const [, name, selector, base, limit, attributes] = SEGMENT.exec(line) ?? [];
    if (name !== undefined && base !== undefined && limit !== undefined) {
      segments[name] = {
        ...(selector === undefined ? {} : { selector: parseHex(selector) }),
        base: parseHex(base),
        limit: parseHex(limit),
        ...(attributes === undefined ? {} : { attributes: parseHex(attributes) }),
      };
      continue;
    }
    const [, x86Flags, armFlags] = FLAGS.exec(line) ?? [];
    flags ||= x86Flags ?? armFlags ?? '';
    for (const [, register, value = '', others = ''] of line.matchAll(REGISTER)) {
      if (register !== undefined) registers[register] = joinParts(value, others);
    }
  }
  return { cpu, architecture: 'PSTATE' in registers ? 'aarch64' : 'x86', registers, segments, flags };
}

function joinParts(first: string, others: string): bigint {
  const parts = others.split(/[: ]/).slice(1);
  const [exponent] = parts;
  // A floating-point register shows its mantissa first, and its exponent of 16 bits behind that.
  if (exponent?.length === 4) return (parseHex(exponent) << PART_BITS) | parseHex(first);
  return parts.reduce((value, part) => (value << PART_BITS) | parseHex(part), parseHex(first));
}

/** Reads x86 and aarch64 registers. Replies of old QEMUs have no heading; theirs is CPU 0. */
export function parseRegisters(reply: string): CpuRegisters[] {
  const cpus: { cpu: number; lines: string[] }[] = [];
  for (const line of replyLines(reply)) {
    const heading = CPU_HEADING.exec(line);
    if (heading !== null) cpus.push({ cpu: Number(heading[1]), lines: [] });
    else if (line !== '' && cpus.length === 0) cpus.push({ cpu: 0, lines: [line] });
    else cpus.at(-1)?.lines.push(line);
  }
  const parsed = cpus.map(({ cpu, lines }) => parseCpu(cpu, lines));
  if (!parsed.every(({ registers }) => 'PC' in registers || 'EIP' in registers || 'RIP' in registers)) {
    throw unexpectedReply('info registers', reply);
  }
  return parsed;
}

/** The registers of one CPU or of all. */
export function infoRegisters({ cpu, all = false }: InfoRegistersOptions = {}): Command<CpuRegisters[]> {
  const choice = all ? ' -a' : cpu === undefined ? '' : ` ${cpu}`;
  return query(`info registers${choice}`, parseRegisters);
}
