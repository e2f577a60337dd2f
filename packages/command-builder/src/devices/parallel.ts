import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Parallel } from '../definition/devices.js';
import { chardevArguments } from './chardev.js';

/** A parallel port. */
export const parallelArguments: DeviceBuilder<Parallel> = (parallel, context) => {
  const id = parallel.alias?.name;
  return [...chardevArguments(parallel, context), device({ driver: 'isa-parallel', chardev: `char${id ?? ''}`, id })];
};
