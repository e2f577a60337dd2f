import { readUtf8 } from './text.js';
import { unfit, type XdrType } from './xdr-type.js';

/** The canonical text: hexadecimal digits, but for hyphens in these places. */
const LENGTH = 36;
const HYPHENS = [8, 13, 18, 23];
const HYPHEN = 0x2d;

/** Where the two digits of each byte begin in the text. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** The value of a hexadecimal digit in either case, -1 for what is none. */
function digitAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Sixteen bytes on the wire, the canonical text with hyphens in lower case here. */
export const uuid: XdrType<string> = {
  write(writer, value) {
    if (typeof value !== 'string' || value.length !== LENGTH) throw unfit(value, 'UUID');
    for (const hyphen of HYPHENS) if (value.charCodeAt(hyphen) !== HYPHEN) throw unfit(value, 'UUID');
    let word = 0;
    for (let index = 0; index < PLACES.length; index += 1) {
      const place = PLACES[index] ?? 0;
      const high = digitAt(value, place);
      const low = digitAt(value, place + 1);
      if (high < 0 || low < 0) throw unfit(value, 'UUID');
      word = (word << 8) | (high << 4) | low;
      if (index % 4 === 3) writer.int(word);
    }
  },
  read(reader) {
    const bytes = reader.fixed(16);
    const text = new Uint8Array(LENGTH).fill(HYPHEN);
    for (let index = 0; index < 16; index += 1) {
      const byte = bytes[index] ?? 0;
      const place = PLACES[index] ?? 0;
      text[place] = DIGITS[byte >> 4] ?? 0;
      text[place + 1] = DIGITS[byte & 15] ?? 0;
    }
    return readUtf8(text, 0, LENGTH);
  },
};
