import type { Codec } from './codecs/codec.js';
import type { Element, Naming, Shape } from './shape.js';

/** Declarations by the names that types and schemas give them: `Disk`, `StorageFormat`. */
export type NamedDeclarations = { readonly [name: string]: Element<unknown> | Codec<unknown> };

/** References to all named declarations. */
export function namingOf<R>(named: NamedDeclarations, reference: (name: string) => R): Naming<R> {
  const names = new Map<Shape<unknown> | Codec<unknown>, string>(
    Object.entries(named).map(([name, declaration]) => [declaration, name]),
  );
  return {
    reference: (declaration) => {
      const name = names.get(declaration);
      return name === undefined ? undefined : reference(name);
    },
  };
}
