import { buildDeviceSteps, placeOfAlias, withoutDevice } from '@virtkit/command-builder';
import type { DomainRecord } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import type { Monitor } from '../monitor/monitor.js';
import type { QemuRoot } from '../qemu-root.js';
import { vcpuOfAlias } from '../vcpus/vcpu-alias.js';
import { onlineVcpus } from '../vcpus/vcpu-count.js';
import { withLiveVcpus } from '../vcpus/with-vcpus.js';
import { changeLive, placeOptionsOf } from './live-definition.js';
import type { UnplugOutcome } from './unplug-outcome.js';

/** What the monitor tells of a device that was to go. Whoever waits for it goes on when it is forgotten. */
export async function followUnplug(
  root: QemuRoot,
  record: DomainRecord,
  alias: string,
  outcome: UnplugOutcome,
): Promise<void> {
  try {
    const vcpu = vcpuOfAlias(alias);
    if (outcome === 'gone') {
      return await record.job.run(root.closing.signal, () =>
        vcpu === undefined ? forgetDevice(root, record, record.monitor, alias) : forgetVcpu(root, record, vcpu),
      );
    }
    root.events.emit('deviceRemovalFailed', record.uuid, (callbackId) => ({
      callbackId,
      domain: referenceTo(record),
      deviceAlias: alias,
    }));
  } finally {
    record.unplugs?.get(alias)?.(outcome);
  }
}

/** A device has gone: the definition loses it, and QEMU what it was made of. */
export async function forgetDevice(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor | undefined,
  alias: string,
): Promise<void> {
  const { status } = record;
  const place = status === undefined ? undefined : placeOfAlias(status.definition, alias);
  if (status === undefined || place === undefined) return;
  const { signal } = root.closing;
  const { capabilities, host } = await placeOptionsOf(root, status.definition, signal);
  const steps = buildDeviceSteps(status.definition, place, capabilities, host);
  await changeLive(root, record, (current) => {
    const found = placeOfAlias(current, alias);
    return found === undefined ? current : withoutDevice(current, found);
  });
  await monitor?.removeBackends(steps, signal);
  root.events.emit('deviceRemoved', record.uuid, (callbackId) => ({
    callbackId,
    domain: referenceTo(record),
    deviceAlias: alias,
  }));
}

/** Only the last one is ever asked to go. */
async function forgetVcpu(root: QemuRoot, record: DomainRecord, number: number): Promise<void> {
  if (record.status === undefined) return;
  await changeLive(root, record, (current) => withLiveVcpus(current, Math.min(number, onlineVcpus(current))));
}
