/**
 * The two classes that every JavaScript runtime has and the language's own library doesn't declare. Declared here, for
 * this module alone, because a pure package compiles with neither the DOM's nor Node's types.
 */
declare class TextEncoder {
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Up to these lengths a loop over the characters is faster than a call of the runtime's coder. */
const SHORT_TO_WRITE = 24;
const SHORT_TO_READ = 12;

/**
 * Writes `text` as UTF-8 at `offset` and returns the number of bytes. The caller has made room for three bytes a
 * character, which is the most that UTF-8 takes for one UTF-16 unit.
 */
export function writeUtf8(text: string, target: Uint8Array, offset: number): number {
  if (text.length <= SHORT_TO_WRITE) {
    let index = 0;
    for (; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) break;
      target[offset + index] = unit;
    }
    if (index === text.length) return index;
  }
  return encoder.encodeInto(text, target.subarray(offset)).written;
}

/** The text of `length` bytes at `offset`. @throws TypeError when they are no UTF-8. */
export function readUtf8(source: Uint8Array, offset: number, length: number): string {
  if (length <= SHORT_TO_READ) {
    let text = '';
    let index = offset;
    for (const end = offset + length; index < end; index += 1) {
      const byte = source[index] ?? 0;
      if (byte > 0x7f) break;
      text += String.fromCharCode(byte);
    }
    if (index === offset + length) return text;
  }
  return decoder.decode(source.subarray(offset, offset + length));
}
