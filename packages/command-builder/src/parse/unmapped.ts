/** Thrown inside the parser where an argument has no place in a definition; never leaves it. */
export class Unmapped extends Error {
  override readonly name = 'Unmapped';
}

/** The value; without one, the argument that needs it has no place in a definition. */
export function needed<T>(value: T | undefined, reason: string): T {
  if (value === undefined) throw new Unmapped(reason);
  return value;
}
