import { type Command, query } from '../command.js';
import { parseKeyValues } from '../parse/key-values.js';
import { parseNumber } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** How much memory the domain has. */
export interface Balloon {
  readonly actualMiB: number;
  /** The guest's own figures by their printed names; QEMU up to 1.0 prints some. */
  readonly statistics: Readonly<Record<string, number>>;
}

const FORM = /^balloon: (?<pairs>actual=\d+.*?)\s*$/;

/** Reads what `info balloon` prints. */
export function parseBalloon(reply: string): Balloon {
  const { actual, ...others } = parseKeyValues(matchReply('info balloon', FORM, reply).pairs ?? '', /[ ,]/);
  const statistics = Object.entries(others).map(([name, value]) => [name, parseNumber(value)]);
  return { actualMiB: parseNumber(actual), statistics: Object.fromEntries(statistics) };
}

/** The domain's memory; fails without a balloon device. */
export const infoBalloon = (): Command<Balloon> => query('info balloon', parseBalloon);
