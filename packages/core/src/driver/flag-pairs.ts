/** A flag for what has a trait, one for what lacks it, and the trait. */
export type FlagPair<T> = readonly [having: number, lacking: number, has: (object: T) => boolean];

/** Whether a list with these flags shows the object: with neither or both flags of a pair, the trait doesn't matter. */
export function matchesPairs<T>(pairs: readonly FlagPair<T>[], object: T, flags: number): boolean {
  return pairs.every(([having, lacking, has]) => {
    const isHavingAsked = (flags & having) !== 0;
    const isLackingAsked = (flags & lacking) !== 0;
    return isHavingAsked === isLackingAsked || has(object) === isHavingAsked;
  });
}
