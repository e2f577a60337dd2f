import { keyed } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-name`: as the guest's window shows it; threads bear names, too. */
export const nameOption: OptionBuilder = ({ definition }) => [
  keyed('name', undefined, { guest: definition.name, 'debug-threads': true }),
];
