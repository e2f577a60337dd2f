import { aliasOf, type DeviceEntry, devicesOf, withDevice, withoutDevice } from '@virtkit/command-builder';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import type { Chance } from '../world/chance.js';
import { changeDefinitions, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

type Disk = NonNullable<NonNullable<DomainDefinition['devices']>['disks']>[number];

const wordOf = ({ kind }: DeviceEntry): string => kind.replace(/s$/, '');

/** @throws VirtError XML_ERROR, XML_DETAIL for what is no device, or more than one */
function readDevice(xml: string, chance: Chance): DeviceEntry {
  const body = xml.replace(/^\s*<\?xml[^>]*\?>/, '');
  const { definition } = parseDomain(`<domain type='test'><devices>${body}</devices></domain>`);
  const [entry, other] = devicesOf(applyFormatRules(definition, { randomBytes: (length) => chance.bytes(length) }));
  if (entry !== undefined && other === undefined) return entry;
  throw new VirtError('XML_ERROR', 'the XML of one device was expected', { domain: 'DOMAIN' });
}

function diskOf({ kind, device }: DeviceEntry): Disk | undefined {
  const isDisk = (value: object): value is Disk => kind === 'disks' && 'target' in value;
  return isDisk(device) ? device : undefined;
}

/** Disks of a bus stand together, by their targets. */
function placeOf(disks: readonly Disk[], { target }: Disk): number {
  const last = disks.findLastIndex((disk) => disk.target?.bus === target?.bus);
  const before = disks.findIndex(
    (disk) => disk.target?.bus === target?.bus && (disk.target?.dev ?? '') > (target?.dev ?? ''),
  );
  return before === -1 ? (last === -1 ? disks.length : last + 1) : before;
}

function attached(definition: DomainDefinition, entry: DeviceEntry, isLive: boolean): DomainDefinition {
  const refuse = (detail: string): never => {
    throw new VirtError('OPERATION_UNSUPPORTED', detail, { domain: 'TEST' });
  };
  const disk = diskOf(entry);
  if (disk !== undefined) {
    const { disks = [] } = definition.devices ?? {};
    if (disks.some(({ target }) => target?.dev === disk.target?.dev)) {
      throw new VirtError('OPERATION_FAILED', `target ${disk.target?.dev} already exists`, { domain: 'TEST' });
    }
    return withDevice(definition, entry, placeOf(disks, disk));
  }
  if (isLive && entry.kind === 'interfaces') {
    refuse(`hotplug of interface type of ${Reflect.get(entry.device, 'type')} is not supported`);
  }
  return withDevice(definition, entry);
}

function updated(definition: DomainDefinition, entry: DeviceEntry): DomainDefinition {
  const disk = diskOf(entry);
  if (disk === undefined) {
    const detail = `persistent update of device '${wordOf(entry)}' is not supported`;
    throw new VirtError('OPERATION_UNSUPPORTED', detail, { domain: 'TEST' });
  }
  const dev = disk.target?.dev;
  const index = definition.devices?.disks?.findIndex(({ target }) => target?.dev === dev) ?? -1;
  if (index === -1) throw new VirtError('INVALID_ARG', `target ${dev} doesn't exist.`, { domain: 'TEST' });
  return withDevice(withoutDevice(definition, { kind: 'disks', index }), entry, index);
}

function detached(definition: DomainDefinition, alias: string): DomainDefinition {
  const found = devicesOf(definition).find(({ device }) => aliasOf(device) === alias);
  if (found !== undefined) return withoutDevice(definition, found);
  throw new VirtError('INTERNAL_ERROR', `no device found with alias ${alias}`, { domain: 'TEST' });
}

/** Whether a change with these flags is one of a running domain. */
function isOfLive({ live }: TestDomain, flags: number): boolean {
  const isNamed = hasFlagSet(flags, AFFECT_FLAGS.live | AFFECT_FLAGS.config);
  return isNamed ? hasFlagSet(flags, AFFECT_FLAGS.live) : live !== undefined;
}

/** Devices that come and go. As with libvirt's test driver, they go by their aliases alone. */
export function deviceFunctions({ domains, chance }: TestWorld) {
  return {
    domainAttachDeviceFlags: async ({ domain: reference, xml, flags }) => {
      const domain = domains.byUuid(reference);
      const entry = readDevice(xml, chance);
      changeDefinitions(domain, flags, (definition) => attached(definition, entry, isOfLive(domain, flags)));
    },
    domainUpdateDeviceFlags: async ({ domain, xml, flags }) => {
      const entry = readDevice(xml, chance);
      changeDefinitions(domains.byUuid(domain), flags, (definition) => updated(definition, entry));
    },
    domainDetachDeviceAlias: async ({ domain, alias, flags }) =>
      changeDefinitions(domains.byUuid(domain), flags, (definition) => detached(definition, alias)),
  } satisfies DriverFunctions;
}
