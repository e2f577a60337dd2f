import { VirtError } from '@virtkit/errors';
import type { Exchange, ProbeRecording } from './recording.js';

/**
 * Writes a recording as text: a line about the emulator, then one exchange a line, each JSON. Integers beyond the safe
 * range are rounded: no capability depends on one.
 */
export function formatRecording({ exchanges, ...about }: ProbeRecording): string {
  const line = (value: object) =>
    `${JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? Number(member) : member))}\n`;
  return line(about) + exchanges.map(line).join('');
}

/**
 * Reads a recording as `formatRecording` wrote it, or as one JSON value on a line of its own.
 *
 * @throws {VirtError} `INVALID_ARG` for what is none, with the number of the line.
 */
export function parseRecording(text: string): ProbeRecording {
  const [about, ...exchanges] = text
    .split('\n')
    .map((line, index) => (line.trim() === '' ? undefined : parseLine(line, index + 1)))
    .filter((value) => value !== undefined);
  if (about === undefined || !('binary' in about)) throw invalid(1, 'no emulator is named');
  return { ...about, exchanges: [...(about.exchanges ?? []), ...exchanges.filter(isExchange)] };
}

type Line = (Omit<ProbeRecording, 'exchanges'> & Partial<ProbeRecording>) | Exchange;

const isExchange = (line: Line): line is Exchange => 'execute' in line;

function parseLine(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(number, cause instanceof Error ? cause.message : String(cause));
  }
  if (isLine(value)) return value;
  throw invalid(number, 'neither an emulator nor an exchange');
}

function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null) return false;
  if (!('binary' in value)) return isExchangeLike(value);
  if (typeof value.binary !== 'string') return false;
  return !('exchanges' in value) || (Array.isArray(value.exchanges) && value.exchanges.every(isExchangeLike));
}

function isExchangeLike(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!('execute' in value && 'reply' in value) || typeof value.execute !== 'string') return false;
  const { reply } = value;
  return typeof reply === 'object' && reply !== null && ('return' in reply || 'error' in reply);
}

const invalid = (line: number, detail: string) =>
  new VirtError('INVALID_ARG', `line ${line} of the recording: ${detail}`, { domain: 'QEMU' });
