import type { ArchitectureName } from '@virtkit/capabilities';
import type { DomainDefinition, MemoryDevice } from '@virtkit/domain-conf';

const MIB_IN_KIB = 1024;

/** Architectures whose memory comes in larger pieces, in KiB. */
const PIECES: Readonly<Partial<Record<ArchitectureName, number>>> = {
  ppc64: 256 * MIB_IN_KIB,
  ppc64le: 256 * MIB_IN_KIB,
};

/** The sizes of memory as QEMU can have them: rounded up to whole pieces. */
export function alignMemory(definition: DomainDefinition, arch: ArchitectureName): DomainDefinition {
  const piece = PIECES[arch] ?? MIB_IN_KIB;
  const aligned = (sizeKiB: number | string) => Math.ceil(Number(sizeKiB) / piece) * piece;
  const { memoryKiB, maxMemoryKiB, cpu } = definition;
  const cells = cpu?.numa?.cells;
  return {
    ...withAlignedDevices(definition, arch),
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

function withAlignedDevices(definition: DomainDefinition, arch: ArchitectureName): DomainDefinition {
  const piece = PIECES[arch] ?? MODULE_PIECE_KIB;
  const memories = definition.devices?.memories;
  if (memories === undefined) return definition;
  const changed = memories.map((memory): MemoryDevice => {
    if (memory.target?.sizeKiB === undefined) return memory;
    const sizeKiB =
      memory.model === 'nvdimm' && PIECES[arch] !== undefined
        ? wholePieces(memory.target, piece)
        : Math.ceil(Number(memory.target.sizeKiB) / piece) * piece;
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

/** Beside its label, a lasting module on POWER holds no more whole pieces than its file has. */
function wholePieces(
  { sizeKiB = 0, label }: { readonly sizeKiB?: number; readonly label?: { readonly sizeKiB?: number } },
  piece: number,
): number {
  const labelKiB = label?.sizeKiB ?? 0;
  return Math.max(Math.floor((sizeKiB - labelKiB) / piece), 1) * piece + labelKiB;
}
