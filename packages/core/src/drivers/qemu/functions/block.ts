import type { Disk } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { activeStatus } from '../active-status.js';
import { findDomain, queryMonitor } from '../domain-access.js';

import type { DomainRecord } from '../domain-record.js';
import { fileSize } from '../images/file-size.js';
import { pathOfDisk } from '../images/path-of-disk.js';
import type { BlockStats } from '../monitor/monitor-requests.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';
import { ofDisk } from '../statistics/block.js';
import { llong } from '../statistics/group.js';

/** virDomainBlockStatsFlags' names of what a disk counts. */
const COUNTERS = {
  wr_bytes: 'writeBytes',
  wr_operations: 'writeRequests',
  rd_bytes: 'readBytes',
  rd_operations: 'readRequests',
  flush_operations: 'flushRequests',
  wr_total_times: 'writeTimesNs',
  rd_total_times: 'readTimesNs',
  flush_total_times: 'flushTimesNs',
} as const satisfies Record<string, keyof BlockStats>;

/** virDomainDiskErrorCode, by QEMU's word for the disk's state (QAPI BlockDeviceIoStatus). */
const DISK_ERRORS: Readonly<Record<string, number>> = { failed: 1, nospace: 2 };

/** The disk of that target (`vda`) or image. @throws VirtError INVALID_ARG */
function diskOf({ status, persistent }: DomainRecord, path: string): Disk {
  const disks = (status?.definition ?? persistent?.read())?.devices?.disks ?? [];
  const disk = disks.find((candidate) => candidate.target?.dev === path || pathOfDisk(candidate) === path);
  if (disk === undefined) throw new VirtError('INVALID_ARG', `invalid path: ${path}`, { domain: 'QEMU' });
  return disk;
}

/** What disks hold and what became of them. */
export function blockFunctions(root: QemuRoot) {
  const statsOf = (domain: DomainIdentity, path: string, signal: AbortSignal): Promise<BlockStats> =>
    queryMonitor(root, domain, signal, async (record, monitor) => {
      const used = ofDisk(diskOf(record, path), await monitor.queryBlockStats(signal));
      if (used !== undefined) return used;
      throw new VirtError('INTERNAL_ERROR', `QEMU counts nothing for disk ${path}`, { domain: 'QEMU' });
    });
  return {
    domainBlockStats: async ({ domain, path }, { signal }) => {
      const { readRequests, readBytes, writeRequests, writeBytes } = await statsOf(domain, path, signal);
      return { readRequests, readBytes, writeRequests, writeBytes, errors: -1n };
    },
    domainBlockStatsFlags: async ({ domain, path }, { signal }) => {
      const used = await statsOf(domain, path, signal);
      const parameters = Object.entries(COUNTERS).map(([name, counter]) => [name, llong(used[counter])] as const);
      return { parameters: Object.fromEntries(parameters) };
    },
    domainGetBlockInfo: async ({ domain, path }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const disk = diskOf(record, path);
      const image = pathOfDisk(disk);
      if (image === undefined) {
        throw new VirtError('OPERATION_UNSUPPORTED', `disk '${path}' has no image on this host`, { domain: 'QEMU' });
      }
      const size = await fileSize(image);
      if (size === undefined) {
        throw new VirtError('SYSTEM_ERROR', `cannot read '${image}'`, { domain: 'QEMU' });
      }
      return size;
    },
    domainGetDiskErrors: async ({ domain }, { signal }) =>
      queryMonitor(root, domain, signal, async (record, monitor) => {
        const states = await monitor.queryDisks(signal);
        const errors = (activeStatus(record).definition.devices?.disks ?? []).flatMap((disk) => {
          const error = DISK_ERRORS[ofDisk(disk, states)?.ioStatus ?? 'ok'];
          return error === undefined ? [] : [{ disk: disk.target?.dev ?? '', error }];
        });
        return { errors };
      }),
  } satisfies DriverFunctions;
}
