import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FOLDER = new URL('../../testdata/bytes/', import.meta.url);

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
