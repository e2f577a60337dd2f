import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { maxVcpus, onlineVcpus } from './vcpu-count.js';

/** @throws VirtError INVALID_ARG for more than the domain may have; `which` is `live` or `persistent` */
export function checkVcpuCount(definition: DomainDefinition, count: number, which: 'live' | 'persistent'): void {
  const most = maxVcpus(definition);
  if (count <= most) return;
  const detail = `requested vcpus is greater than max allowable vcpus for the ${which} domain: ${count} > ${most}`;
  throw new VirtError('INVALID_ARG', detail, { domain: 'QEMU' });
}

/** The definition with so many vCPUs of those that it may have. @throws VirtError INVALID_ARG */
export function withVcpus(definition: DomainDefinition, count: number): DomainDefinition {
  checkVcpuCount(definition, count, 'persistent');
  const { current: _, ...vcpu } = definition.vcpu ?? {};
  return { ...definition, vcpu: count < maxVcpus(definition) ? { ...vcpu, current: count } : vcpu };
}

/** The definition with another maximum; what it has must be within that. */
export function withMaxVcpus(definition: DomainDefinition, count: number): DomainDefinition {
  const online = Math.min(onlineVcpus(definition), count);
  return withVcpus({ ...definition, vcpu: { ...definition.vcpu, count } }, online);
}

/** A running domain's definition with so many vCPUs, each of which tells whether it can go again. */
export function withLiveVcpus(definition: DomainDefinition, count: number): DomainDefinition {
  const most = maxVcpus(definition);
  const booted = definition.vcpus?.filter(({ hotpluggable }) => hotpluggable === false).length;
  const fixed = booted ?? onlineVcpus(definition);
  const vcpus = Array.from({ length: most }, (_, id) => {
    const hotpluggable = id >= fixed;
    return id < count ? { id, enabled: true, hotpluggable, order: id + 1 } : { id, enabled: false, hotpluggable };
  });
  return { ...withVcpus(definition, count), vcpus };
}
