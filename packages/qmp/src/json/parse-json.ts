import { ExactParser } from './exact-parser.js';
import type { JsonValue } from './json-value.js';

const LONG_NUMBER = /\d{16}/;

/**
 * Parses JSON with integers kept exact ({@link JsonValue}), and with the `inf`, `-inf` and `nan` that QEMU prints for
 * such doubles, as numbers. Texts without a run of 16 digits take the built-in parser, which is lossless for them.
 *
 * @throws SyntaxError where the text is no JSON, or nested deeper than 1024.
 */
export function parseJson(text: string): JsonValue {
  if (!LONG_NUMBER.test(text)) {
    try {
      const value: JsonValue = JSON.parse(text);
      return value;
    } catch {
      // The exact parser knows `inf` and `nan`, and says where a text is wrong.
    }
  }
  return new ExactParser(text).parse();
}
