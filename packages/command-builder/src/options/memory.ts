import { keyed } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { initialMemoryKiB } from '../definition/memory.js';
import { memoryBackend } from './memory-backend.js';

/** Whether the guest's memory is one backend that the machine type names, rather than one for each NUMA cell. */
export function usesMemoryBackend({ definition, machine }: BuildContext): boolean {
  return machine?.defaultRamId !== undefined && !definition.cpu?.numa?.cells?.length;
}

/** `-m`: the memory at boot, and with hotplug its slots and upper limit. */
export const memoryOption: OptionBuilder = ({ definition }) => {
  const { maxMemorySlots, maxMemoryKiB } = definition;
  return [
    keyed('m', undefined, {
      size: `${initialMemoryKiB(definition)}k`,
      slots: maxMemorySlots,
      maxmem: maxMemoryKiB === undefined ? undefined : `${maxMemoryKiB}k`,
    }),
  ];
};

/** The backend of the guest's memory. */
export const memoryBackendObject: OptionBuilder = (context) => {
  const id = context.machine?.defaultRamId;
  if (id === undefined || !usesMemoryBackend(context)) return [];
  return memoryBackend({ id, sizeKiB: initialMemoryKiB(context.definition), plainId: true }, context);
};

/** `-overcommit`: whether the guest's memory may be swapped out. */
export const overcommitOption: OptionBuilder = ({ definition }) => [
  keyed('overcommit', undefined, { 'mem-lock': definition.memoryBacking?.locked === true }),
];
