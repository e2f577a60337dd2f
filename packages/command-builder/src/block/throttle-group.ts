import { qomObject } from '../arguments/argument.js';
import { present } from '../arguments/properties.js';
import type { OptionBuilder } from '../build/section.js';

/** The limits of a group and their names in the definition; a limit that it doesn't say is none. */
export const LIMITS = {
  'bps-total': 'totalBytesSec',
  'bps-read': 'readBytesSec',
  'bps-write': 'writeBytesSec',
  'iops-total': 'totalIopsSec',
  'iops-read': 'readIopsSec',
  'iops-write': 'writeIopsSec',
  'bps-total-max': 'totalBytesSecMax',
  'bps-read-max': 'readBytesSecMax',
  'bps-write-max': 'writeBytesSecMax',
  'iops-total-max': 'totalIopsSecMax',
  'iops-read-max': 'readIopsSecMax',
  'iops-write-max': 'writeIopsSecMax',
  'iops-size': 'sizeIopsSec',
} as const;

/** How long a burst may last, in seconds; QEMU takes these only with a burst. */
export const LENGTHS = {
  'bps-total-max-length': 'totalBytesSecMaxLength',
  'bps-read-max-length': 'readBytesSecMaxLength',
  'bps-write-max-length': 'writeBytesSecMaxLength',
  'iops-total-max-length': 'totalIopsSecMaxLength',
  'iops-read-max-length': 'readIopsSecMaxLength',
  'iops-write-max-length': 'writeIopsSecMaxLength',
} as const;

/** The id under which QEMU knows a group of disks that share limits. */
export function throttleGroupId(group: string): string {
  return `throttle-${group}`;
}

/** The limits that several disks share. */
export const throttleGroupObjects: OptionBuilder = ({ definition }) =>
  (definition.throttlegroups ?? []).map((group) => {
    const limits = Object.entries(LIMITS).map(([limit, name]) => [limit, BigInt(group[name] ?? 0)] as const);
    const lengths = Object.entries(LENGTHS).flatMap(([length, name]) =>
      group[name] === undefined ? [] : [[length, BigInt(group[name])] as const],
    );
    const all = present(Object.fromEntries([...limits, ...lengths]));
    return qomObject('throttle-group', throttleGroupId(group.groupName ?? ''), { limits: all });
  });
