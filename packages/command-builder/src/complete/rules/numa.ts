import type { NumaCell } from '@virtkit/domain-conf';
import { numbersOf, rangesOf } from '../../definition/number-set.js';
import type { CompletionRule } from '../completion-context.js';

/** NUMA cells stand in the order of their ids, which count from 0; vCPUs that no cell names are in the first. */
export const numaCells: CompletionRule = {
  name: 'NUMA cells',
  apply: (definition) => {
    const { cpu } = definition;
    const cells = cpu?.numa?.cells;
    if (cells === undefined || cells.length === 0) return definition;
    const numbered = cells.map((cell, index): NumaCell => (cell.id === undefined ? { ...cell, id: index } : cell));
    const sorted = numbered.toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0));
    const completed = withLeftover(sorted, definition.vcpu?.count ?? 1);
    if (completed.every((cell, index) => cell === cells[index])) return definition;
    return { ...definition, cpu: { ...cpu, numa: { ...cpu?.numa, cells: completed } } };
  },
};

function withLeftover(cells: readonly NumaCell[], count: number): NumaCell[] {
  const named = new Set(cells.flatMap(({ cpus }) => (cpus === undefined ? [] : numbersOf(cpus))));
  const leftover = Array.from({ length: count }, (_, vcpu) => vcpu).filter((vcpu) => !named.has(vcpu));
  const [first, ...others] = cells;
  if (first === undefined || leftover.length === 0) return [...cells];
  const own = first.cpus === undefined ? [] : numbersOf(first.cpus);
  const cpus = rangesOf([...own, ...leftover].sort((a, b) => a - b)).join(',');
  return [{ ...first, cpus }, ...others];
}
