import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { changePersistent } from '../change-persistent.js';
import { findDomain, queryMonitor, withMonitor } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { HOST_FIGURES, MEMORY_FIGURES } from '../memory-figures.js';
import { residentSetKiB } from '../process/process-statistics.js';
import type { QemuRoot } from '../qemu-root.js';

/** virDomainMemoryModFlags: the maximum is to change, not what the domain has now. */
const MAXIMUM = 4;
function checkWithinMaximum({ memoryKiB = 0 }: DomainDefinition, size: number): void {
  if (size <= Number(memoryKiB)) return;
  throw new VirtError('INVALID_ARG', 'cannot set memory higher than max memory', { domain: 'QEMU' });
}

/** A domain's memory: what it has, and what its guest says of it. */
export function guestMemoryFunctions(root: QemuRoot) {
  return {
    domainMemoryStats: async ({ domain }, { signal }) =>
      queryMonitor(root, domain, signal, async (record, monitor) => {
        const { emulator, definition } = activeStatus(record);
        const balloonKiB = await monitor.queryBalloonKiB(signal);
        const figures = await monitor.queryGuestMemory(signal);
        const stats = [{ tag: HOST_FIGURES.actualBalloon, value: BigInt(balloonKiB ?? definition.memoryKiB ?? 0) }];
        for (const [name, { tag, unit }] of Object.entries(MEMORY_FIGURES)) {
          const value = figures.get(name);
          if (value !== undefined) stats.push({ tag, value: value / unit });
        }
        if (emulator !== undefined) stats.push({ tag: HOST_FIGURES.resident, value: residentSetKiB(emulator.pid) });
        return { stats };
      }),
    domainSetMemoryStatsPeriod: async ({ domain, period }, { signal }) =>
      withMonitor(root, domain, signal, (_record, monitor) => monitor.setGuestMemoryPeriod(period, signal)),
    domainGetMaxMemory: async ({ domain }, { signal }) => {
      const { status, persistent } = await findDomain(root, domain, signal);
      return { memory: BigInt((status?.definition ?? persistent?.read())?.memoryKiB ?? 0) };
    },
    domainSetMemoryFlags: async ({ domain, memory, flags }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      const isLive =
        hasFlagSet(flags, AFFECT_FLAGS.live) || (!hasFlagSet(flags, AFFECT_FLAGS.config) && isActive(record));
      const size = Number(memory);
      if (hasFlagSet(flags, MAXIMUM)) {
        if (isLive) {
          throw new VirtError('OPERATION_INVALID', 'cannot resize the maximum memory on an active domain', {
            domain: 'QEMU',
          });
        }
        await changePersistent(root, record, signal, (definition) => ({ ...definition, memoryKiB: size }));
        return;
      }
      if (isLive) {
        await withMonitor(root, domain, signal, async (active, monitor) => {
          checkWithinMaximum(activeStatus(active).definition, size);
          await monitor.setBalloonKiB(size, signal);
        });
      }
      if (hasFlagSet(flags, AFFECT_FLAGS.config) || !isLive) {
        await changePersistent(root, record, signal, (definition) => {
          checkWithinMaximum(definition, size);
          return { ...definition, currentMemoryKiB: size };
        });
      }
    },
  } satisfies DriverFunctions;
}
