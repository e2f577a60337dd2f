import {
  aliasOf,
  buildDeviceSteps,
  type DeviceEntry,
  deviceAt,
  placeDevice,
  withDevice,
} from '@virtkit/command-builder';
import { activeStatus } from '../active-status.js';
import type { DomainRecord } from '../domain-record.js';
import { referenceTo } from '../lifecycle-events.js';
import type { Monitor } from '../monitor/monitor.js';
import type { QemuRoot } from '../qemu-root.js';
import { checkIsNew } from './find-device.js';
import { changeLive, placeOptionsOf } from './live-definition.js';

/**
 * Gives a running domain a device. If QEMU refuses a part of it, nothing of it is left, and the definition is as it was.
 * @throws VirtError OPERATION_UNSUPPORTED, CONFIG_UNSUPPORTED for what can't be had now, OPERATION_FAILED with QEMU's words
 */
export async function attachDevice(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor,
  entry: DeviceEntry,
  signal: AbortSignal,
): Promise<void> {
  const { definition } = activeStatus(record);
  checkIsNew(definition, entry);
  const options = await placeOptionsOf(root, definition, signal);
  const { kind, index, definition: placed } = placeDevice(definition, entry, options);
  const device = deviceAt(placed, kind, index);
  if (device === undefined) return;
  await monitor.attachDevice(buildDeviceSteps(placed, { kind, index }, options.capabilities, options.host), signal);
  await changeLive(root, record, (current) => withDevice(current, { kind, device }, index));
  const deviceAlias = aliasOf(device) ?? '';
  root.events.emit('deviceAdded', record.uuid, (callbackId) => ({
    callbackId,
    domain: referenceTo(record),
    deviceAlias,
  }));
}
