import { type Argument, type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';
import { numbersOf, rangesOf } from '../definition/number-set.js';
import { memoryBackend } from './memory-backend.js';

/** `-numa`: the guest's NUMA cells with their memory and vCPUs, then how far they are from each other. */
export const numaOptions: OptionBuilder = (context) => {
  const cells = context.definition.cpu?.numa?.cells ?? [];
  const nodes = cells.flatMap((cell, index): Argument[] => {
    const nodeid = cell.id ?? index;
    const memdev = `ram-node${nodeid}`;
    const pairs: KeyedProperty[] = [['nodeid', nodeid]];
    for (const range of rangesOf(numbersOf(cell.cpus ?? ''))) if (cell.cpus !== undefined) pairs.push(['cpus', range]);
    const { memoryKiB } = cell;
    if (memoryKiB === undefined) return [keyedPairs('numa', 'node', pairs)];
    const piece = {
      id: memdev,
      sizeKiB: Number(memoryKiB),
      cell: nodeid,
      access: cell.memAccess,
      discard: cell.discard,
    };
    return [...memoryBackend(piece, context), keyedPairs('numa', 'node', [...pairs, ['memdev', memdev]])];
  });
  const distances = cells.flatMap((cell, index) =>
    (cell.distances ?? []).map(({ id, value }) =>
      keyedPairs('numa', 'dist', [
        ['src', cell.id ?? index],
        ['dst', id],
        ['val', value],
      ]),
    ),
  );
  return [...nodes, ...distances];
};
