import type { Codec, Invalid } from '@virtkit/xml';
import { formatCpuset, parseCpuset } from '../cpuset.js';

/** What is wrong with a text that is no set at all. */
export function cpusetFault(text: string): Invalid | undefined {
  const isSet = parseCpuset(text) !== undefined;
  return isSet ? undefined : { code: 'INVALID_ARG', message: `Failed to parse bitmap '${text}'` };
}

/** A set of CPUs or NUMA nodes, `0-2,^1,5`; read in any form, kept and written as `0,2,5`. */
export const cpuset: Codec<string> = {
  parse: (text) => {
    const numbers = parseCpuset(text);
    return numbers === undefined || numbers.size === 0 ? undefined : formatCpuset(numbers);
  },
  format: (text) => text,
  accepts: (value) => typeof value === 'string' && FORM.test(value),
  schema: { type: 'string', pattern: '^\\d+(-\\d+)?(,\\d+(-\\d+)?)*$' },
  type: 'string',
  expected: 'Expected a set: 0-3,^2,8',
  invalid: (text) => cpusetFault(text) ?? { code: 'CONFIG_UNSUPPORTED', message: `Invalid value of 'cpuset': ${text}` },
};

const FORM = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;
