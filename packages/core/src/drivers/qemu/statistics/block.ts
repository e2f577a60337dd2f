import type { Disk } from '@virtkit/domain-conf';
import type { TypedParameters } from '@virtkit/rpc';
import { fileSize } from '../images/file-size.js';
import { pathOfDisk } from '../images/path-of-disk.js';
import type { Monitor } from '../monitor/monitor.js';
import type { BlockStats, DiskState } from '../monitor/monitor-requests.js';
import { type StatisticsGroup, string, uint, ullong } from './group.js';

/** What is known of a disk: QEMU names it by its device, or by the device's path in its object tree. */
export function ofDisk<T>(disk: Disk, known: ReadonlyMap<string, T>): T | undefined {
  const alias = disk.alias?.name;
  if (alias === undefined) return undefined;
  return known.get(alias) ?? [...known].find(([device]) => device.split('/').includes(alias))?.[1];
}

/** What the monitor tells of all disks. */
interface Told {
  readonly statistics: ReadonlyMap<string, BlockStats>;
  readonly states: ReadonlyMap<string, DiskState>;
}

const NOTHING: Told = { statistics: new Map(), states: new Map() };

async function sizesOf(path: string, state: DiskState | undefined, used: BlockStats | undefined) {
  const file = await fileSize(path);
  const capacity = state?.capacity ?? file?.capacity;
  if (capacity === undefined) return undefined;
  return {
    allocation: used?.highestOffset ?? file?.allocation ?? capacity,
    capacity,
    physical: state?.physical ?? file?.physical ?? capacity,
  };
}

async function oneDisk(disk: Disk, number: number, { statistics, states }: Told): Promise<TypedParameters> {
  const prefix = `block.${number}`;
  const path = pathOfDisk(disk);
  const used = ofDisk(disk, statistics);
  const size = path === undefined ? undefined : await sizesOf(path, ofDisk(disk, states), used);
  const index = disk.source !== undefined && 'index' in disk.source ? disk.source.index : undefined;
  return {
    [`${prefix}.name`]: string(disk.target?.dev ?? ''),
    ...(path !== undefined && { [`${prefix}.path`]: string(path) }),
    ...(index !== undefined && { [`${prefix}.backingIndex`]: uint(index) }),
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
    ...(size && {
      [`${prefix}.allocation`]: ullong(size.allocation),
      [`${prefix}.capacity`]: ullong(size.capacity),
      [`${prefix}.physical`]: ullong(size.physical),
    }),
  };
}

async function tell(monitor: Monitor, signal: AbortSignal): Promise<Told> {
  const [statistics, states] = await Promise.all([monitor.queryBlockStats(signal), monitor.queryDisks(signal)]);
  return { statistics, states };
}

export const blockGroup: StatisticsGroup = async ({ record, monitor, signal }) => {
  const disks = (record.status?.definition ?? record.persistent?.read())?.devices?.disks ?? [];
  const told = monitor === undefined || disks.length === 0 ? NOTHING : await tell(monitor, signal);
  const each = await Promise.all(disks.map((disk, number) => oneDisk(disk, number, told)));
  return Object.assign({ 'block.count': uint(disks.length) }, ...each);
};
