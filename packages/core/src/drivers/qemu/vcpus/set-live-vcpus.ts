import type { HotplugStep } from '@virtkit/command-builder';
import { VirtError } from '@virtkit/errors';
import { activeStatus } from '../active-status.js';
import { changeLive } from '../devices/live-definition.js';
import { unplugFromGuest } from '../devices/unplug-from-guest.js';
import { withMonitor } from '../domain-access.js';
import type { VcpuSlot } from '../monitor/monitor-requests.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';
import { vcpuAlias } from './vcpu-alias.js';
import { onlineVcpus } from './vcpu-count.js';
import { checkVcpuCount, withLiveVcpus } from './with-vcpus.js';

/**
 * Gives a running domain so many vCPUs, one after the other. Those that go are the last ones, and their guest may keep them.
 * @throws VirtError INVALID_ARG for more than it may have, OPERATION_FAILED if QEMU or the guest refuses: then the domain has
 * as many as it got to
 */
export async function setLiveVcpus(
  root: QemuRoot,
  domain: DomainIdentity,
  count: number,
  signal: AbortSignal,
): Promise<void> {
  while ((await addVcpu(root, domain, count, signal)) < count);
  while ((await removeVcpu(root, domain, count, signal)) > count);
}

/** Adds one if there are fewer. @returns how many there are then */
async function addVcpu(root: QemuRoot, domain: DomainIdentity, count: number, signal: AbortSignal): Promise<number> {
  return withMonitor(root, domain, signal, async (record, monitor) => {
    const { definition } = activeStatus(record);
    checkVcpuCount(definition, count, 'live');
    const present = onlineVcpus(definition);
    if (present >= count) return present;
    const slot = (await monitor.queryVcpuSlots(signal))[present];
    if (slot === undefined || slot.isFilled) {
      throw new VirtError('OPERATION_UNSUPPORTED', `QEMU has no place of its own for vCPU ${present}`, {
        domain: 'QEMU',
      });
    }
    await monitor.attachDevice([stepFor(present, slot)], signal);
    await changeLive(root, record, (current) => withLiveVcpus(current, present + 1));
    return present + 1;
  });
}

function stepFor(number: number, { driver, properties }: VcpuSlot): HotplugStep {
  const id = vcpuAlias(number);
  return {
    add: { name: 'device_add', arguments: { driver, id, ...properties } },
    remove: { name: 'device_del', arguments: { id } },
  };
}

/** Removes the last one if there are more. @returns how many there are then */
async function removeVcpu(root: QemuRoot, domain: DomainIdentity, count: number, signal: AbortSignal): Promise<number> {
  const last = await withMonitor(root, domain, signal, async (record) => {
    const { definition } = activeStatus(record);
    const present = onlineVcpus(definition);
    const isFixed = definition.vcpus?.[present - 1]?.hotpluggable !== true;
    if (present > count && isFixed) {
      throw new VirtError('OPERATION_INVALID', `vCPU ${present - 1} was there at the start, and can't go`, {
        domain: 'QEMU',
      });
    }
    return present - 1;
  });
  if (last < count) return last + 1;
  const outcome = await unplugFromGuest(root, domain, () => vcpuAlias(last), signal);
  if (outcome !== 'gone') {
    throw new VirtError(
      'OPERATION_TIMEOUT',
      'vcpu unplug request timed out. Unplug result must be manually inspected in the domain',
      {
        domain: 'QEMU',
      },
    );
  }
  return last;
}
