import { HmpError } from '../hmp-error.js';

/** The longest line, in bytes, that the monitor executes whole; it silently drops the rest (seen on 7.2 and 10.0). */
const MAX_LINE_BYTES = 4095;

const CSI = 0x9b;
const DELETE = 0x7f;
const SPACE = 0x20;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether the monitor takes the byte for a key (completion, history, erase …) instead of text. */
const isKey = (byte: number): boolean => byte < SPACE || byte === DELETE || byte === CSI;

/**
 * The bytes to type for `line`, less the newline: its UTF-8.
 *
 * @throws HmpError `INVALID_ARGUMENT` for what the monitor would silently mangle: more than 4095 bytes, control bytes,
 * DEL, and the byte 0x9b, which also occurs inside the UTF-8 of some letters, such as `Û`; and for what has no UTF-8.
 */
export function encodeLine(line: string): Buffer {
  if (LONE_SURROGATE.test(line)) {
    throw new HmpError('INVALID_ARGUMENT', 'a monitor command is Unicode text, without lone surrogates');
  }
  const bytes = Buffer.from(line, 'utf8');
  if (bytes.length > MAX_LINE_BYTES) {
    throw new HmpError(
      'INVALID_ARGUMENT',
      `a monitor command has at most ${MAX_LINE_BYTES} bytes, not ${bytes.length}`,
    );
  }
  const position = bytes.findIndex(isKey);
  if (position >= 0) {
    const byte = bytes[position]?.toString(16).padStart(2, '0');
    throw new HmpError(
      'INVALID_ARGUMENT',
      `the monitor takes byte 0x${byte} at offset ${position} for a key, not for text`,
    );
  }
  return bytes;
}
