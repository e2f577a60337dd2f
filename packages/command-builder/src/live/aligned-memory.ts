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
    ...withAlignedDevices(definition, family),
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

/** Modules come in larger pieces than the machine's own memory. */
const MODULE_PIECE_KIB = 2 * MIB_IN_KIB;

function withAlignedDevices(definition: DomainDefinition, family: MachineFamily): DomainDefinition {
  const piece = PIECES[family] ?? MODULE_PIECE_KIB;
  const memories = definition.devices?.memories;
  if (memories === undefined) return definition;
  const changed = memories.map((memory): MemoryDevice => {
    if (memory.target?.sizeKiB === undefined) return memory;
    const sizeKiB = Math.ceil(Number(memory.target.sizeKiB) / piece) * piece;
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
