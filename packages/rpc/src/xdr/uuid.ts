import { unfit, type XdrType } from './xdr-type.js';

const CANONICAL = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Sixteen bytes on the wire, the canonical text with hyphens in lower case here. */
export const uuid: XdrType<string> = {
  write(writer, value) {
    if (!CANONICAL.test(value)) throw unfit(value, 'UUID');
    const digits = value.replaceAll('-', '');
    for (let index = 0; index < 32; index += 8) writer.uint(Number.parseInt(digits.slice(index, index + 8), 16));
  },
  read(reader) {
    const bytes = reader.fixed(16);
    let text = '';
    for (let index = 0; index < 16; index += 1) {
      if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
      text += HEX[bytes[index] ?? 0];
    }
    return text;
  },
};
