/** The highest number that a set can hold. */
const HIGHEST = 16_383;

/** The numbers of a set, `0-2,^1,5` being 0, 2, 5; undefined for a text that is none. */
export function parseCpuset(text: string): Set<number> | undefined {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, no, first = '', last = first] = /^\s*(\^?)(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (first === '' || Number(first) > Number(last) || Number(last) > HIGHEST) return undefined;
    for (let number = Number(first); number <= Number(last); number++) {
      if (no === '^') numbers.delete(number);
      else numbers.add(number);
    }
  }
  return numbers;
}

/** Numbers as a set, in order, runs joined. */
export function formatCpuset(numbers: Iterable<number>): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
