import type { Devices, DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { mustBeKnown } from '../world/known-parameters.js';
import { changeDefinition, definitionFor, definitionOf, liveDefinition } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

type Disk = NonNullable<Devices['disks']>[number];

/** What libvirt's test driver says of every disk, in bytes. */
const SIZES = { capacity: 1_099_506_450_432n, allocation: 1_099_511_627_776n, physical: 1_099_511_627_776n } as const;

/** virDomainDiskErrorCode: unspecified, and no space in turn. */
const DISK_ERRORS = [1, 2] as const;

/** The limits of a disk by libvirt's names, in its order. */
const IO_TUNE = {
  total_bytes_sec: 'totalBytesSec',
  read_bytes_sec: 'readBytesSec',
  write_bytes_sec: 'writeBytesSec',
  total_iops_sec: 'totalIopsSec',
  read_iops_sec: 'readIopsSec',
  write_iops_sec: 'writeIopsSec',
  total_bytes_sec_max: 'totalBytesSecMax',
  read_bytes_sec_max: 'readBytesSecMax',
  write_bytes_sec_max: 'writeBytesSecMax',
  total_iops_sec_max: 'totalIopsSecMax',
  read_iops_sec_max: 'readIopsSecMax',
  write_iops_sec_max: 'writeIopsSecMax',
  size_iops_sec: 'sizeIopsSec',
  total_bytes_sec_max_length: 'totalBytesSecMaxLength',
  read_bytes_sec_max_length: 'readBytesSecMaxLength',
  write_bytes_sec_max_length: 'writeBytesSecMaxLength',
  total_iops_sec_max_length: 'totalIopsSecMaxLength',
  read_iops_sec_max_length: 'readIopsSecMaxLength',
  write_iops_sec_max_length: 'writeIopsSecMaxLength',
} as const;

const LIMITS_WITH_MAXIMUM = ['total', 'read', 'write'].flatMap((direction) => [
  `${direction}_bytes_sec`,
  `${direction}_iops_sec`,
]);

/** Where libvirt puts the group's name: after the limits proper, before how long they may be exceeded. */
const LAST_BEFORE_GROUP = 'size_iops_sec';

function diskOf({ devices }: DomainDefinition, path: string): Disk | undefined {
  return devices?.disks?.find(
    (disk) => disk.target?.dev === path || (disk.type === 'file' && disk.source?.file === path),
  );
}

/** Microseconds and seconds of the clock, from which libvirt's test driver derives its statistics. */
export function clockFigures(world: TestWorld): { readonly us: bigint; readonly s: bigint } {
  const ms = BigInt(world.statisticsMs());
  return { us: ms * 1000n, s: ms / 1000n };
}

const amount = (parameters: TypedParameters, name: string): bigint => {
  const given = parameters[name];
  return given?.type === 'ullong' ? given.value : 0n;
};

/** @throws VirtError INVALID_ARG for limits of all and of a direction at once, and for those above their own maximum */
function mustNotCollide(parameters: TypedParameters): void {
  for (const unit of ['bytes_sec', 'iops_sec', 'bytes_sec_max', 'iops_sec_max']) {
    const isSet = (direction: string): boolean => amount(parameters, `${direction}_${unit}`) > 0n;
    if (!isSet('total') || !(isSet('read') || isSet('write'))) continue;
    const detail = `total and read/write of ${unit} cannot be set at the same time`;
    throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
  }
  for (const name of LIMITS_WITH_MAXIMUM) {
    if (amount(parameters, name) <= amount(parameters, `${name}_max`)) continue;
    throw new VirtError('INVALID_ARG', `${name} cannot be set higher than ${name}_max `, { domain: 'TEST' });
  }
}

function throttled(definition: DomainDefinition, path: string, parameters: TypedParameters): DomainDefinition {
  const { devices = {} } = definition;
  const chosen = diskOf(definition, path);
  if (chosen === undefined) {
    throw new VirtError('INVALID_ARG', `missing persistent configuration for disk '${path}'`, { domain: 'TEST' });
  }
  mustBeKnown(parameters, [...Object.keys(IO_TUNE), 'group_name']);
  mustNotCollide(parameters);
  const iotune = { ...chosen.iotune };
  for (const [name, key] of Object.entries(IO_TUNE)) {
    const given = parameters[name];
    if (given?.type === 'ullong') iotune[key] = Number(given.value);
  }
  const { group_name: groupName } = parameters;
  if (groupName?.type === 'string') iotune.groupName = groupName.value;
  const disks = devices.disks?.map((disk) => (disk === chosen ? { ...disk, iotune } : disk));
  return { ...definition, devices: { ...devices, ...(disks && { disks }) } };
}

/** A domain's disks. */
export function blockFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainBlockStats: async ({ domain, path }) => {
      if (path === '') {
        throw new VirtError('OPERATION_UNSUPPORTED', 'summary statistics are not supported yet', { domain: 'TEST' });
      }
      if (diskOf(liveDefinition(domains.byUuid(domain)), path) === undefined) {
        throw new VirtError('INVALID_ARG', `invalid path: ${path}`, { domain: 'TEST' });
      }
      const { us, s } = clockFigures(world);
      return {
        readRequests: us / 10n,
        readBytes: us / 20n,
        writeRequests: us / 30n,
        writeBytes: us / 40n,
        errors: s / 2n,
      };
    },
    domainGetBlockInfo: async ({ domain, path }) => {
      if (diskOf(definitionOf(domains.byUuid(domain)), path) !== undefined) return SIZES;
      throw new VirtError('INVALID_ARG', `invalid path ${path} not assigned to domain`, { domain: 'TEST' });
    },
    domainGetDiskErrors: async ({ domain }) => {
      const { devices } = liveDefinition(domains.byUuid(domain));
      const errors = (devices?.disks ?? []).map(({ target }, index) => ({
        disk: target?.dev ?? '',
        error: DISK_ERRORS[index % 2] ?? 1,
      }));
      return { errors };
    },
    domainGetBlockIoTune: async ({ domain, disk: path, flags }) => {
      const definition = definitionFor(domains.byUuid(domain), flags);
      const disk = path === undefined ? undefined : diskOf(definition, path);
      // Without a disk, callers ask for the names.
      if (path !== undefined && disk === undefined) {
        throw new VirtError('INVALID_ARG', `disk '${path}' was not found in the domain config`, { domain: 'TEST' });
      }
      const groupName = ['group_name', { type: 'string' as const, value: disk?.iotune?.groupName ?? '' }] as const;
      const limits = Object.entries(IO_TUNE).flatMap(([name, key]) => {
        const limit = [name, { type: 'ullong' as const, value: BigInt(disk?.iotune?.[key] ?? 0) }] as const;
        return name === LAST_BEFORE_GROUP ? [limit, groupName] : [limit];
      });
      return { parameters: Object.fromEntries(limits) };
    },
    domainSetBlockIoTune: async ({ domain, disk: path, parameters, flags }) =>
      changeDefinition(domains.byUuid(domain), flags, (definition) => throttled(definition, path, parameters)),
  } satisfies DriverFunctions;
}
