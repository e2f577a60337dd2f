/** One type as several versions have it: for each version the schema's own name for it, or `undefined`. */
export type TypeTuple = readonly (string | undefined)[];

/** Something that some versions have, and which of these deprecate it or call it unstable. */
export interface MergedThing {
  readonly name: string;
  readonly versions: readonly string[];
  readonly deprecatedIn: readonly string[];
  readonly unstableIn: readonly string[];
}

/** A member of an object. */
export interface MergedMember extends MergedThing {
  readonly type: TypeTuple;
  readonly isOptional: boolean;
}

/** An object of several versions. */
export interface MergedObject {
  readonly kind: 'object';
  readonly members: readonly MergedMember[];
  readonly tag: string | undefined;
  readonly cases: readonly { readonly value: string; readonly type: TypeTuple }[];
}

/** One of the types that an alternate admits; it admits at most one of each kind. */
export interface MergedOption {
  /** Such as `object`, `enum` or `string`. */
  readonly kind: string;
  readonly type: TypeTuple;
}

/** A type of several versions, which agree on its kind. */
export type MergedType =
  | MergedObject
  | { readonly kind: 'builtin'; readonly jsonType: string }
  | { readonly kind: 'enum'; readonly values: readonly MergedThing[] }
  | { readonly kind: 'array'; readonly element: TypeTuple }
  | { readonly kind: 'alternate'; readonly options: readonly MergedOption[] };

/** A command or an event of some versions. */
export interface MergedRoot extends MergedThing {
  readonly kind: 'command' | 'event';
  /** A command's arguments, or an event's data. */
  readonly input: TypeTuple;
  /** What a command returns. */
  readonly output: TypeTuple | undefined;
  readonly allowsOutOfBand: boolean;
}
