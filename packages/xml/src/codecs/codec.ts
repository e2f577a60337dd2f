import type { ErrorCode } from '@virtkit/errors';

/** A code of libvirt's and its words. */
export interface Invalid {
  readonly code: ErrorCode;
  readonly message: string;
}

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** How one value is written in a document, and what it is as plain JSON. */
export interface Codec<T> {
  /** The value that the text stands for; undefined if for none. */
  parse(text: string): T | undefined;
  /** The text, not yet escaped. */
  format(value: T): string;
  /** Whether a value made elsewhere is one that this codec could have parsed. */
  accepts(value: unknown): boolean;
  readonly schema: JsonSchema;
  /** The type as TypeScript says it. */
  readonly type: string;
  /** What would be right, as a sentence: `Expected integer value`. */
  readonly expected?: string;
  /** How libvirt speaks of a text that stands for no value, where not in its general words; a field may know better. */
  readonly invalid?: (text: string) => Invalid;
  /** Whether its texts never need escaping. */
  readonly isLiteral?: boolean;
  /** The words allowed, if they can be listed. */
  readonly words?: readonly string[];
}

/** The type of a codec's values. */
export type CodecValue<C> = C extends Codec<infer T> ? T : never;
