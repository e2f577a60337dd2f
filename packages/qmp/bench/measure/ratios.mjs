/**
 * Measures cases in turns, forwards and backwards, so that noise hits all alike, and prints how often each is as fast as
 * the first: the median of the rounds' ratios.
 *
 * @param {string} title
 * @param {Record<string, () => number | Promise<number>>} cases each gives a cost; the first is what others relate to
 * @param {{ rounds?: number, unit: string }} options
 */
export async function printRatios(title, cases, { rounds = 7, unit }) {
  const names = Object.keys(cases);
  /** @type {Map<string, number[]>} */
  const costs = new Map(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const cost = await cases[name]();
      // The first round only warms.
      if (round >= 0) costs.get(name)?.push(cost);
    }
  }
  const base = costs.get(names[0]) ?? [];
  for (const name of names) {
    const own = costs.get(name) ?? [];
    const ratio = median(own.map((cost, round) => base[round] / cost));
    console.log(
      `${title}: ${name} ${median(own).toPrecision(3)} ${unit}, ${ratio.toFixed(2)} times as fast as ${names[0]}`,
    );
  }
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
