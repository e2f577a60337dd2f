import type { Codec } from '@virtkit/xml';
import { formatCpuset, parseCpuset } from '../cpuset.js';

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
  expected: 'Expected numbers and ranges, such as 0-3,^2,8',
};

const FORM = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;
