import { addDevice, aliasOf, type DeviceEntry, placeOfAlias, withoutDevice } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { changePersistent } from '../change-persistent.js';
import { attachDevice } from '../devices/attach-device.js';
import { detachDevice } from '../devices/detach-device.js';
import { checkIsNew, findDevice } from '../devices/find-device.js';
import { placeOptionsOf } from '../devices/live-definition.js';
import { formattedDevice, readDevice } from '../devices/read-device.js';
import { replacedDevice, updateDevice } from '../devices/update-device.js';
import { withoutMember } from '../devices/without-member.js';
import { findDomain, withMonitor } from '../domain-access.js';
import { type DomainRecord, isActive } from '../domain-record.js';
import type { QemuRoot } from '../qemu-root.js';
import type { DomainIdentity } from '../state/domain-identity.js';

/** A change of a domain's devices: of the definition for the next start, and of the domain as it runs. */
interface DeviceChange {
  readonly persistent: (definition: DomainDefinition) => DomainDefinition;
  readonly live: () => Promise<void>;
}

/** Makes a change where the flags say: what the next start can't have is refused before the running domain is touched. */
async function changeDevices(
  root: QemuRoot,
  domain: DomainIdentity,
  flags: number,
  signal: AbortSignal,
  changeFor: (record: DomainRecord) => Promise<DeviceChange>,
): Promise<void> {
  const record = await findDomain(root, domain, signal);
  const isCurrent = !hasFlagSet(flags, AFFECT_FLAGS.live | AFFECT_FLAGS.config);
  const isLive = hasFlagSet(flags, AFFECT_FLAGS.live) || (isCurrent && isActive(record));
  const isConfig = hasFlagSet(flags, AFFECT_FLAGS.config) || (isCurrent && !isActive(record));
  if (isLive) activeStatus(record);
  const change = await changeFor(record);
  if (isConfig && record.persistent !== undefined) change.persistent(record.persistent.read());
  else if (isConfig) {
    throw new VirtError('OPERATION_INVALID', 'transient domains do not have any persistent config', { domain: 'QEMU' });
  }
  if (isLive) await change.live();
  if (isConfig) await changePersistent(root, record, signal, change.persistent);
}

/** Devices that come, go and change. */
export function deviceFunctions(root: QemuRoot) {
  const completed = async (record: DomainRecord, xml: string, signal: AbortSignal) => {
    const definition = definitionOf(record);
    const entry = formattedDevice(readDevice(xml), definition);
    return { entry, options: await placeOptionsOf(root, definition, signal) };
  };
  return {
    domainAttachDeviceFlags: ({ domain, xml, flags }, { signal }) =>
      changeDevices(root, domain, flags, signal, async (target) => {
        const { entry, options } = await completed(target, xml, signal);
        return {
          persistent: (definition) => {
            checkIsNew(definition, entry);
            return addDevice(definition, withoutRunAlias(entry), options);
          },
          live: () =>
            withMonitor(root, domain, signal, (record, monitor) => attachDevice(root, record, monitor, entry, signal)),
        };
      }),
    domainDetachDeviceFlags: ({ domain, xml, flags }, { signal }) =>
      changeDevices(root, domain, flags, signal, async () => {
        const entry = readDevice(xml);
        return {
          persistent: (definition) => withoutDevice(definition, findDevice(definition, entry, false)),
          live: () => {
            const aliasIn = (definition: DomainDefinition) => aliasOf(findDevice(definition, entry, true).device) ?? '';
            return detachDevice(root, domain, aliasIn, signal);
          },
        };
      }),
    domainDetachDeviceAlias: ({ domain, alias, flags }, { signal }) =>
      changeDevices(root, domain, flags, signal, async () => ({
        persistent: (definition) => {
          const place = placeOfAlias(definition, alias);
          if (place !== undefined) return withoutDevice(definition, place);
          throw new VirtError('DEVICE_MISSING', `no device of alias '${alias}'`, { domain: 'QEMU' });
        },
        live: () => detachDevice(root, domain, () => alias, signal),
      })),
    domainUpdateDeviceFlags: ({ domain, xml, flags }, { signal }) =>
      changeDevices(root, domain, flags, signal, async (target) => {
        const entry = readDevice(xml);
        const options = await placeOptionsOf(root, definitionOf(target), signal);
        return {
          persistent: (definition) => replacedDevice(definition, entry, options),
          live: () =>
            withMonitor(root, domain, signal, (record, monitor) => updateDevice(root, record, monitor, entry, signal)),
        };
      }),
  } satisfies DriverFunctions;
}

/** Aliases that a run gave say nothing about the next. */
function withoutRunAlias({ kind, device }: DeviceEntry): {
  readonly kind: DeviceEntry['kind'];
  readonly device: object;
} {
  if (aliasOf(device)?.startsWith('ua-') === true) return { kind, device };
  return { kind, device: withoutMember(device, 'alias') };
}

function definitionOf({ name, status, persistent }: DomainRecord): DomainDefinition {
  const definition = status?.definition ?? persistent?.read();
  if (definition !== undefined) return definition;
  throw new VirtError('NO_DOMAIN', `'${name}' has gone`, { domain: 'QEMU' });
}
