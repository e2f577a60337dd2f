import type { Infer } from '@virtkit/xml';
import { expectTypeOf, test } from 'vitest';
import type { declarations } from './declarations.js';
import type { DeclaredTypes } from './generated/definition.js';

/** Both ways assignable, absent members counted. */
type Same<A, B> = [Required<A>] extends [Required<B>] ? ([Required<B>] extends [Required<A>] ? true : false) : false;

type Names = keyof typeof declarations & keyof DeclaredTypes;

/** The names whose generated type differs from the one that the declaration infers. */
type Differing = {
  [K in Names]: (typeof declarations)[K] extends { read: unknown }
    ? Same<Infer<(typeof declarations)[K]>, DeclaredTypes[K]> extends true
      ? never
      : K
    : never;
}[Names];

test('the generated interfaces equal the inferred types', () => {
  expectTypeOf<keyof typeof declarations>().toEqualTypeOf<keyof DeclaredTypes>();
  expectTypeOf<Differing>().toEqualTypeOf<never>();
});
