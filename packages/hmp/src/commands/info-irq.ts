import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { unexpectedReply } from '../parse/unexpected-reply.js';

/** How often an interrupt controller raised each of its interrupts. */
export interface InterruptStatistics {
  /** Such as `ioapic`; empty for old QEMUs, which name none. */
  readonly controller: string;
  /** By the interrupt's number; those never raised are absent. */
  readonly counts: Readonly<Record<number, number>>;
}

const HEADING = /^IRQ statistics(?: for (?<controller>.+))?:$/;
const COUNT = /^ *(?<interrupt>\d+): (?<count>\d+)$/;

/** Reads what `info irq` prints. */
export function parseInterruptStatistics(reply: string): InterruptStatistics[] {
  const controllers: { controller: string; counts: Record<number, number> }[] = [];
  for (const line of replyLines(reply)) {
    const heading = HEADING.exec(line);
    const { interrupt, count } = COUNT.exec(line)?.groups ?? {};
    const current = controllers.at(-1);
    if (heading !== null) controllers.push({ controller: heading.groups?.controller ?? '', counts: {} });
    else if (interrupt !== undefined && current !== undefined) current.counts[Number(interrupt)] = Number(count);
    else if (!line.startsWith('IRQ statistics not available')) throw unexpectedReply('info irq', line);
  }
  return controllers;
}

/** The interrupt controllers' counters. */
export const infoIrq = (): Command<InterruptStatistics[]> => query('info irq', parseInterruptStatistics);
