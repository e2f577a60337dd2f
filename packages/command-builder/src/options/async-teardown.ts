import { keyed } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-run-with`: a helper process gives a large guest's memory back after QEMU's end. */
export const asyncTeardownOption: OptionBuilder = ({ definition, flags }) => {
  const { asyncTeardown } = definition.features ?? {};
  const enabled = asyncTeardown === undefined ? undefined : (asyncTeardown.enabled ?? true);
  if (enabled === undefined || !flags.has('run-with.async-teardown')) return [];
  return [keyed('run-with', undefined, { 'async-teardown': enabled })];
};
