import { stat } from 'node:fs/promises';
import type { Disk } from '@virtkit/domain-conf';
import type { TypedParameters } from '@virtkit/rpc';
import type { BlockStats } from '../monitor/monitor-requests.js';
import { type StatisticsGroup, string, uint, ullong } from './group.js';

const SECTOR = 512n;

/** What a disk has read and written: QEMU names it by its device, or by the device's path in its object tree. */
export function statsOfDisk(disk: Disk, statistics: ReadonlyMap<string, BlockStats>): BlockStats | undefined {
  const alias = disk.alias?.name;
  if (alias === undefined) return undefined;
  return [...statistics].find(([device]) => device.split('/').includes(alias))?.[1];
}

/** The image of a disk of type file or block. */
export function pathOfDisk(disk: Disk): string | undefined {
  if (disk.type === 'file') return disk.source?.file;
  return disk.type === 'block' ? disk.source?.dev : undefined;
}

async function sizes(path: string, prefix: string): Promise<TypedParameters> {
  const { size, blocks } = await stat(path, { bigint: true }).catch(() => ({ size: undefined, blocks: 0n }));
  if (size === undefined) return {};
  return {
    [`${prefix}.allocation`]: ullong(blocks * SECTOR),
    [`${prefix}.capacity`]: ullong(size),
    [`${prefix}.physical`]: ullong(size),
  };
}

async function oneDisk(
  disk: Disk,
  number: number,
  statistics: ReadonlyMap<string, BlockStats>,
): Promise<TypedParameters> {
  const prefix = `block.${number}`;
  const path = pathOfDisk(disk);
  const used = statsOfDisk(disk, statistics);
  return {
    [`${prefix}.name`]: string(disk.target?.dev ?? ''),
    ...(path !== undefined && { [`${prefix}.path`]: string(path) }),
    ...(used && {
      [`${prefix}.rd.reqs`]: ullong(used.readRequests),
      [`${prefix}.rd.bytes`]: ullong(used.readBytes),
      [`${prefix}.rd.times`]: ullong(used.readTimesNs),
      [`${prefix}.wr.reqs`]: ullong(used.writeRequests),
      [`${prefix}.wr.bytes`]: ullong(used.writeBytes),
      [`${prefix}.wr.times`]: ullong(used.writeTimesNs),
      [`${prefix}.fl.reqs`]: ullong(used.flushRequests),
      [`${prefix}.fl.times`]: ullong(used.flushTimesNs),
    }),
    ...(path !== undefined && (await sizes(path, prefix))),
  };
}

export const blockGroup: StatisticsGroup = async ({ record, monitor, signal }) => {
  const disks = (record.status?.definition ?? record.persistent)?.devices?.disks ?? [];
  const statistics = (await monitor?.queryBlockStats(signal)) ?? new Map<string, BlockStats>();
  const each = await Promise.all(disks.map((disk, number) => oneDisk(disk, number, statistics)));
  return Object.assign({ 'block.count': uint(disks.length) }, ...each);
};
