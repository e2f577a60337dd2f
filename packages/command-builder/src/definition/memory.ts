import type { DomainDefinition } from '@virtkit/domain-conf';

/** Memory that the guest boots with, in KiB: all of it less what its DIMMs hold. */
export function initialMemoryKiB(definition: DomainDefinition): number {
  const plugged = (definition.devices?.memories ?? []).reduce(
    (sum, { target }) => sum + Number(target?.sizeKiB ?? 0),
    0,
  );
  return Number(definition.memoryKiB ?? 0) - plugged;
}
