/** The numbers of a CPU set: `0-2,^1,5` is 0, 2, 5. */
export function parseCpuset(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, no, first = '', last = first] = /^\s*(\^?)(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (first === '') continue;
    for (let number = Number(first); number <= Math.min(Number(last), MAX_CPU); number++) {
      if (no === '^') numbers.delete(number);
      else numbers.add(number);
    }
  }
  return numbers;
}

/** The highest number that a CPU can have; what is above has no meaning, and would only take memory. */
const MAX_CPU = 16_384;

/** Numbers as a CPU set, in order, runs joined. */
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
