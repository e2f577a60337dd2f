import type { Invalid, JsonSchema } from '../codecs/codec.js';
import type { Problem } from '../problem.js';
import type { ReadState } from '../read-state.js';
import type { carried, Naming, WriteOptions } from '../shape.js';

/** A record under construction or made elsewhere. */
export interface Value {
  [key: string]: unknown;
}

export interface FieldOptions {
  /** Its name in the document, where that is not the key. */
  readonly name?: string;
  /** Whether a value must have it. */
  readonly required?: boolean;
  /** What it is, in a sentence. */
  readonly about?: string;
  /** Written only for these outputs: of a running domain, or with what is secret. */
  readonly when?: 'active' | 'secure';
  /** How libvirt speaks of a value that it does not allow, where not in its general words. */
  readonly invalid?: (text: string) => Invalid;
  /** How libvirt speaks of a value that is required and absent, where not in its general words. */
  readonly missing?: Invalid;
  /** What libvirt says of a child that is there once more; unless told, what follows the first is dropped. */
  readonly repeated?: Invalid;
}

/** Marks a field that every value has. */
export const required = { required: true } as const;

/** An element that has no value of its own: its parts belong to the record around it. */
export interface Group {
  readonly name: string;
}

/** A field of a record, before it knows its key. */
export interface Field<T = unknown, R extends boolean = boolean> {
  readonly [carried]?: T;
  readonly required: R;
  readonly options: FieldOptions;
  /** The elements that enclose it, outermost first, see `within`. */
  readonly groups: readonly Group[];
  bind(key: string): BoundField;
}

export type Fields = { readonly [key: string]: Field };

/** The text of an element that has been read. */
export interface ElementText {
  readonly content: string;
  readonly unit: string | undefined;
  /** Offset of the element's start tag. */
  readonly offset: number;
}

interface Bound {
  readonly key: string;
  /** Its name in the document. */
  readonly name: string;
  check(value: unknown, path: string, problems: Problem[]): void;
  schema(naming: Naming<JsonSchema>): JsonSchema;
  type(naming: Naming<string>): string;
}

/** A field that knows its key: what records are read and written with. */
export type BoundField =
  | (Bound & {
      readonly place: 'attribute';
      readonly unitName?: string;
      read(state: ReadState, index: number, out: Value): void;
      write(value: unknown): string;
    })
  | (Bound & {
      readonly place: 'text';
      readonly unitName?: string;
      read(state: ReadState, text: ElementText, out: Value): void;
      write(value: unknown): string;
      writeUnit?(value: unknown): string;
    })
  | (Bound & {
      readonly place: 'child';
      /** Of several children with this name, the one whose attribute has this value. */
      readonly where?: readonly [attribute: string, value: string];
      /** The names in the document, if there are several. */
      readonly names?: readonly string[];
      /** The namespace declaration that the record around it must carry. */
      readonly declaration?: string;
      read(state: ReadState, out: Value): void;
      write(value: unknown, indent: string, options: WriteOptions): string;
    });

type Flatten<T> = { [K in keyof T]: T[K] };
type FieldValue<F> = F extends Field<infer T> ? T : never;
type RequiredKeys<F extends Fields> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];

/** The type of the records that fields make. */
export type InferFields<F extends Fields> = Flatten<
  { -readonly [K in RequiredKeys<F>]: FieldValue<F[K]> } & {
    -readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: FieldValue<F[K]>;
  }
>;
