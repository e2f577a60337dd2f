import type { Throttlegroup } from '@virtkit/domain-conf';
import { LENGTHS, LIMITS } from '../../block/throttle-group.js';
import type { OptionParser } from '../draft.js';
import { needed } from '../unmapped.js';

const NAMES = { ...LIMITS, ...LENGTHS };
type Name = (typeof NAMES)[keyof typeof NAMES];

/** The group by the id under which QEMU knows it. */
export function throttleGroupOf(id: string | undefined): string {
  return needed(/^throttle-(.+)$/.exec(id ?? '')?.[1], `the group '${id ?? ''}' is not one of libvirt's`);
}

/** `-object throttle-group`: limits that several disks share; 0 is none. */
export const throttleGroupObject: OptionParser = ({ parameters }, { definition }) => {
  const limits: Partial<Record<Name, number | string>> = {};
  const members = parameters.under('limits');
  for (const [limit, name] of Object.entries(NAMES)) {
    const value = members.integer(limit);
    if (value !== undefined && value !== 0) limits[name] = value;
  }
  const group: Throttlegroup = { ...limits, groupName: throttleGroupOf(parameters.text('id')) };
  definition.throttlegroups = [...(definition.throttlegroups ?? []), group];
};
