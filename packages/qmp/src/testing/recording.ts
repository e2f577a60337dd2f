import { isJsonObject } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';

/**
 * A line of a recording, which is a file of JSON lines. `in` is what the server sent and `out` what the client sent;
 * `eof` is the server's end of the connection, `meta` anything about the recording as a whole.
 */
export interface RecordedLine {
  /** Seconds since the beginning. */
  readonly t: number;
  readonly dir: 'in' | 'out' | 'eof' | 'meta';
  /** The bytes, each as the character of its number (latin1). */
  readonly raw: string;
}

/** Reads a recording; lines that are no record are left out. */
export function parseRecording(text: string): RecordedLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine);
}

/** A recorded line as a line of the file. */
export function formatRecordedLine({ t, dir, raw }: RecordedLine): string {
  return `${JSON.stringify({ t, dir, raw })}\n`;
}

function parseLine(text: string): RecordedLine {
  const line = parseJson(text);
  const { t, dir, raw } = isJsonObject(line) ? line : {};
  const isKnown = dir === 'in' || dir === 'out' || dir === 'eof';
  return { t: typeof t === 'number' ? t : 0, dir: isKnown ? dir : 'meta', raw: typeof raw === 'string' ? raw : '' };
}
