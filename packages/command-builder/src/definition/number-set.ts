/** The numbers of a set as documents write it, in order: `0-3,^1,5` is 0, 2, 3 and 5. */
export function numbersOf(text: string): number[] {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, not, first = '0', last = first] = /^\s*(\^?)(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    for (let number = Number(first); number <= Number(last); number++) {
      if (not === '^') numbers.delete(number);
      else if (not === '') numbers.add(number);
    }
  }
  return [...numbers].sort((a, b) => a - b);
}

/** The set as ranges: 0, 2 and 3 are `0` and `2-3`. */
export function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}
