import type { DomainDefinition, MemoryDevice } from '@virtkit/domain-conf';
import type { MachineFamily } from '../machine/machine-family.js';

const MIB_IN_KIB = 1024;

/** Machines whose memory comes in larger pieces, in KiB. */
const PIECES: Readonly<Partial<Record<MachineFamily, number>>> = { pseries: 256 * MIB_IN_KIB };

/** The sizes of memory as QEMU can have them: rounded up to whole pieces. */
export function alignMemory(definition: DomainDefinition, family: MachineFamily): DomainDefinition {
  const piece = PIECES[family] ?? MIB_IN_KIB;
  const aligned = (sizeKiB: number | string) => Math.ceil(Number(sizeKiB) / piece) * piece;
  const { memoryKiB, maxMemoryKiB, cpu } = definition;
  const cells = cpu?.numa?.cells;
  return {
    ...withAlignedDevices(definition, aligned),
    ...(memoryKiB === undefined ? {} : { memoryKiB: aligned(memoryKiB) }),
    ...(maxMemoryKiB === undefined ? {} : { maxMemoryKiB: aligned(maxMemoryKiB) }),
    ...(cells === undefined
      ? {}
      : {
          cpu: {
            ...cpu,
            numa: {
              ...cpu?.numa,
              cells: cells.map((cell) =>
                cell.memoryKiB === undefined ? cell : { ...cell, memoryKiB: aligned(cell.memoryKiB) },
              ),
            },
          },
        }),
  };
}

function withAlignedDevices(
  definition: DomainDefinition,
  aligned: (sizeKiB: number | string) => number,
): DomainDefinition {
  const memories = definition.devices?.memories;
  if (memories === undefined) return definition;
  const changed = memories.map((memory): MemoryDevice => {
    if (memory.target?.sizeKiB === undefined) return memory;
    const sizeKiB = aligned(memory.target.sizeKiB);
    switch (memory.model) {
      case 'dimm':
        return { ...memory, target: { ...memory.target, sizeKiB } };
      case 'nvdimm':
        return { ...memory, target: { ...memory.target, sizeKiB } };
      default:
        return memory;
    }
  });
  return { ...definition, devices: { ...definition.devices, memories: changed } };
}
