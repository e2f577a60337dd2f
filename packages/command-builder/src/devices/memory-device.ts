import { device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { DeviceBuilder } from '../build/section.js';
import type { MemoryDevice } from '../definition/devices.js';
import { type MemoryPiece, memoryBackend } from '../options/memory-backend.js';
import { addressProperties } from './device-address.js';
import { virtioDriver } from './virtio.js';

/** Memory that can be plugged: its backend, then the device. */
export const memoryDeviceArguments: DeviceBuilder<MemoryDevice> = (memory, context) => {
  const id = memory.alias?.name ?? '';
  const node = memory.target !== undefined && 'node' in memory.target ? memory.target.node : undefined;
  const cell = context.definition.cpu?.numa?.cells?.find((one, index) => (one.id ?? index) === node);
  const piece = {
    id: `mem${id}`,
    sizeKiB: Number(memory.target?.sizeKiB ?? 0),
    cell: node,
    file: id,
    access: memory.access ?? cell?.memAccess,
    discard: memory.discard ?? cell?.discard,
    preallocated: memory.model === 'nvdimm' && memory.source?.pmem !== true,
    ...sourceOf(memory),
  };
  return [
    ...memoryBackend(piece, context),
    device({ ...driverOf(memory), memdev: `mem${id}`, id, ...addressProperties(memory.address, context) }),
  ];
};

function sourceOf(memory: MemoryDevice): Partial<MemoryPiece> {
  switch (memory.model) {
    case 'dimm':
    case 'virtio-mem':
      return {
        pagesizeKiB: memory.source?.pagesizeKiB === undefined ? undefined : Number(memory.source.pagesizeKiB),
        nodemask: memory.source?.nodemask,
      };
    case 'nvdimm':
      return { path: memory.source?.path, alignKiB: memory.source?.alignsizeKiB, pmem: memory.source?.pmem };
    case 'virtio-pmem':
      return { path: memory.source?.path };
    case 'sgx-epc':
      return { nodemask: memory.source?.nodemask };
  }
}

const bytes = (sizeKiB: number | string | undefined) => (sizeKiB === undefined ? undefined : BigInt(sizeKiB) * 1024n);

function driverOf(memory: MemoryDevice): OptionalProperties & { driver: string } {
  switch (memory.model) {
    case 'dimm':
      return { driver: 'pc-dimm', node: memory.target?.node };
    case 'nvdimm':
      return {
        driver: 'nvdimm',
        node: memory.target?.node,
        'label-size': bytes(memory.target?.label?.sizeKiB),
        unarmed: memory.target?.readonly,
        uuid: memory.uuid,
      };
    case 'virtio-mem':
      return {
        driver: virtioDriver('virtio-mem', memory.address),
        node: memory.target?.node,
        'block-size': bytes(memory.target?.blockKiB),
        'requested-size': bytes(memory.target?.requestedKiB),
        memaddr: memory.target?.address?.base === undefined ? undefined : BigInt(memory.target.address.base),
        'dynamic-memslots': memory.target?.dynamicMemslots,
      };
    case 'virtio-pmem':
      return {
        driver: virtioDriver('virtio-pmem', memory.address),
        memaddr: memory.target?.address?.base === undefined ? undefined : BigInt(memory.target.address.base),
      };
    case 'sgx-epc':
      return { driver: 'sgx-epc', node: memory.target?.node };
  }
}
