import {
  addDevice,
  aliasOf,
  type DeviceEntry,
  type DeviceKind,
  deviceAt,
  type PlaceOptions,
  withDevice,
  withoutDevice,
} from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { activeStatus } from '../active-status.js';
import type { DomainRecord } from '../domain-record.js';
import type { Monitor } from '../monitor/monitor.js';
import type { QemuRoot } from '../qemu-root.js';
import { findDevice, says } from './find-device.js';
import { changeLive } from './live-definition.js';
import { withoutMember } from './without-member.js';

/** The kinds of which a device in a definition is told from the others even when its XML says something new of it. */
const UPDATED: ReadonlySet<DeviceKind> = new Set(['disks', 'interfaces', 'graphics']);

/**
 * The definition with the device of that target, MAC address or type as the XML says it now; it keeps its address, unless the
 * XML gives one.
 * @throws VirtError DEVICE_MISSING, OPERATION_UNSUPPORTED for a kind that can't be told apart so
 */
export function replacedDevice(
  definition: DomainDefinition,
  { kind, device }: DeviceEntry,
  options: PlaceOptions,
): DomainDefinition {
  if (!UPDATED.has(kind)) {
    throw new VirtError('OPERATION_UNSUPPORTED', `a device of '${kind}' can't be updated`, { domain: 'QEMU' });
  }
  const found = findDevice(definition, { kind, device }, false);
  const address: unknown = Reflect.get(found.device, 'address');
  const said = withoutMember(device, 'alias');
  const kept = address === undefined ? said : { address, ...said };
  return addDevice(withoutDevice(definition, found), { kind, device: kept }, options, found.index);
}

/**
 * Changes what can change of a device while it is in use: the cable of an interface.
 * @throws VirtError DEVICE_MISSING, OPERATION_UNSUPPORTED for anything else
 */
export async function updateDevice(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor,
  entry: DeviceEntry,
  signal: AbortSignal,
): Promise<void> {
  const { definition } = activeStatus(record);
  const { index, device } = findDevice(definition, entry, true);
  const before = deviceAt(definition, 'interfaces', index);
  if (entry.kind !== 'interfaces' || before === undefined || !says(device, withoutMember(entry.device, 'link'))) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'only the link of an interface can be updated while the domain runs', {
      domain: 'QEMU',
    });
  }
  const state = says(entry.device, { link: { state: 'down' } }) ? 'down' : 'up';
  const alias = aliasOf(before) ?? '';
  await monitor.setLink(alias, state === 'up', signal);
  await changeLive(root, record, (current) =>
    withDevice(
      withoutDevice(current, { kind: 'interfaces', index }),
      {
        kind: 'interfaces',
        device: { ...before, link: { state } },
      },
      index,
    ),
  );
}
