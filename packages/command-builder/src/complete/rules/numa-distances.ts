import type { NumaCell } from '@virtkit/domain-conf';
import type { CompletionRule } from '../completion-context.js';

const LOCAL = 10;
const REMOTE = 20;

/** Where one distance is given, all are: the way back is as long, a cell is near itself, the rest is as ACPI has it. */
export const numaDistances: CompletionRule = {
  name: 'distances of NUMA cells',
  apply: (definition) => {
    const { cpu } = definition;
    const cells = cpu?.numa?.cells ?? [];
    if (!cells.some(({ distances = [] }) => distances.length > 0)) return definition;
    if (cells.every(({ distances = [] }) => distances.length === cells.length)) return definition;
    const completed = cells.map((cell, index): NumaCell => {
      const from = cell.id ?? index;
      const distances = cells.map((other, place) => {
        const id = other.id ?? place;
        return { id, value: given(cell, id) ?? given(other, from) ?? (id === from ? LOCAL : REMOTE) };
      });
      return { ...cell, distances };
    });
    return { ...definition, cpu: { ...cpu, numa: { ...cpu?.numa, cells: completed } } };
  },
};

function given({ distances = [] }: NumaCell, to: number): number | undefined {
  return distances.find(({ id }) => id === to)?.value;
}
