import type { Codec, JsonSchema } from './codecs/codec.js';
import type { Problem } from './problem.js';
import type { ReadState } from './read-state.js';

export interface WriteOptions {
  /** Leaves out what only a running domain has. */
  readonly inactive?: boolean | undefined;
  /** Writes what must not be seen by everybody: passwords. */
  readonly secure?: boolean | undefined;
}

/** Turns what is named elsewhere into a reference to it. */
export interface Naming<R> {
  /** The reference to a named shape or codec; undefined if it has no name, and is to be said in place. */
  reference(declaration: Shape<unknown> | Codec<unknown>): R | undefined;
}

/** Carries the type of a value, and nothing at run time. */
export declare const carried: unique symbol;

/** What an element is as a value: the one declaration's five readings. */
export interface Shape<T> {
  readonly [carried]?: T;
  /** The value of the element whose start tag was just read; reads through its end tag. */
  read(state: ReadState): unknown;
  /** The element as a line or lines. */
  write(value: unknown, name: string, indent: string, options: WriteOptions): string;
  /** Tells what is wrong with a value made elsewhere. */
  check(value: unknown, path: string, problems: Problem[]): void;
  schema(naming: Naming<JsonSchema>): JsonSchema;
  /** The TypeScript type as text. */
  type(naming: Naming<string>): string;
}

/** A shape with the name that its element has in documents. */
export interface Element<T> extends Shape<T> {
  readonly name: string;
  /** What it is, in a sentence, for whoever reads the types or the schema. */
  readonly about?: string | undefined;
  /** The namespaces that a document with this root may use: URI by prefix. */
  readonly namespaces?: { readonly [prefix: string]: string } | undefined;
}

/** The type of the values of a declaration. */
export type Infer<S> = S extends Shape<infer T> ? T : never;
