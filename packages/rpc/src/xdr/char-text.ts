import { malformed } from './reader.js';
import { readChars, writeChars } from './scalars.js';
import { readUtf8, writeUtf8 } from './text.js';
import { unfit, type XdrType } from './xdr-type.js';

/** Text in a C `char[size]`, filled up with NULs: each character takes a whole word. */
export function fixedText(size: number): XdrType<string> {
  return {
    write(writer, value) {
      const bytes = toBytes(value);
      if (bytes.length >= size) throw unfit(value, `text of < ${size} bytes`);
      writeChars(writer, bytes);
      for (let index = bytes.length; index < size; index += 1) writer.int(0);
    },
    read: (reader) => toText(readChars(reader, size)),
  };
}

/** Text in a variable array of at most `limit` C `char`s, of which the last is a NUL: each takes a whole word. */
export function terminatedText(limit: number): XdrType<string> {
  return {
    write(writer, value) {
      const bytes = toBytes(value);
      if (bytes.length >= limit) throw unfit(value, `text of < ${limit} bytes`);
      writer.uint(bytes.length + 1);
      writeChars(writer, bytes);
      writer.int(0);
    },
    read: (reader) => toText(readChars(reader, reader.count(limit, 4))),
  };
}

function toBytes(text: string): Uint8Array {
  if (text.includes('\0')) throw unfit(text, 'text without NUL');
  const bytes = new Uint8Array(3 * text.length);
  return bytes.subarray(0, writeUtf8(text, bytes, 0));
}

function toText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  try {
    return readUtf8(bytes, 0, end < 0 ? bytes.length : end);
  } catch (cause) {
    throw malformed('a text is not UTF-8', cause);
  }
}
