import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { echoOf } from '../wire/echo.js';
import { pauseAtEnd } from '../wire/reply-reader.js';
import { PROMPT } from '../wire/sentinel.js';

const FOLDER = new URL('../../testdata/bytes/', import.meta.url);
const REPLIES = new URL('../../testdata/replies/', import.meta.url);

interface RecordedStep {
  readonly name: string;
  /** What was typed, a character a byte; null for the greeting. */
  readonly send: string | null;
  readonly offset: number;
  readonly length: number;
}

interface RecordedConversation {
  readonly file: string;
  readonly qemu: string;
  readonly steps: readonly RecordedStep[];
}

/** One step of a recorded monitor: what was typed, and every byte that came back. */
export interface RecordedExchange {
  readonly name: string;
  readonly typed: Buffer;
  readonly received: Buffer;
}

/** Every step of every byte recording, in order; the greeting is a step without a name typed. */
export function recordedExchanges(): RecordedExchange[] {
  const index: RecordedConversation[] = JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8'));
  return index.flatMap(({ file, steps }) => {
    const bytes = gunzipSync(readFileSync(new URL(file, FOLDER)));
    return steps.map(({ name, send, offset, length }) => ({
      name: `${file.replace('.bin.gz', '')}: ${name}`,
      typed: Buffer.from(send ?? '', 'latin1'),
      received: bytes.subarray(offset, offset + length),
    }));
  });
}

/** What one command printed on one QEMU. */
export interface RecordedReply {
  /** The recording, such as `devices-qemu7.2.22`. */
  readonly source: string;
  readonly line: string;
  readonly reply: string;
}

function fromBytes({ name, typed, received }: RecordedExchange): RecordedReply[] {
  const line = typed.subarray(0, -1);
  if (!/^[^\r\n]+[\r\n]$/.test(typed.toString('latin1'))) return [];
  const echo = echoOf(line);
  if (!received.subarray(0, echo.length).equals(echo) || pauseAtEnd(received)?.kind !== 'prompt') return [];
  const reply = received.subarray(echo.length, received.length - PROMPT.length);
  return [{ source: name.replace(/:.*/, ''), line: line.toString(), reply: reply.toString() }];
}

function fromFile(file: string): RecordedReply[] {
  const lines = readFileSync(new URL(file, REPLIES), 'utf8').trimEnd().split('\n');
  return lines.map((line) => ({ source: file.replace('.jsonl', ''), ...JSON.parse(line) }));
}

/** Every recorded reply: those in the byte recordings, and those that `scripts/record-replies.mjs` made. */
export const recordedReplies = (): RecordedReply[] => [
  ...recordedExchanges().flatMap(fromBytes),
  ...readdirSync(REPLIES).flatMap(fromFile),
];

/** The reply to `line` in the recording `source`, or its last one. */
export function recordedReply(source: string, line: string): string {
  const found = recordedReplies().findLast((reply) => reply.source.startsWith(source) && reply.line === line);
  if (found === undefined) throw new Error(`no recording of '${line}' in ${source}`);
  return found.reply;
}
