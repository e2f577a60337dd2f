import type { DomainDefinition } from '@virtkit/domain-conf';

/** Memory that the guest boots with, in KiB: what its NUMA cells have, or all of it less what its DIMMs hold. */
export function initialMemoryKiB(definition: DomainDefinition): number {
  const cells = definition.cpu?.numa?.cells ?? [];
  if (cells.some(({ memoryKiB }) => memoryKiB !== undefined)) {
    return cells.reduce((sum, { memoryKiB = 0 }) => sum + Number(memoryKiB), 0);
  }
  const plugged = (definition.devices?.memories ?? []).reduce(
    (sum, { target }) => sum + Number(target?.sizeKiB ?? 0),
    0,
  );
  return Number(definition.memoryKiB ?? 0) - plugged;
}
