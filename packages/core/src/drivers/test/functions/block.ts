import type { Devices, DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { changeDefinitions, definitionFor, liveDefinition } from '../world/test-domain.js';
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

function throttled(definition: DomainDefinition, path: string, parameters: TypedParameters): DomainDefinition {
  const { devices = {} } = definition;
  const chosen = diskOf(definition, path);
  if (chosen === undefined) {
    throw new VirtError('INVALID_ARG', `missing persistent configuration for disk '${path}'`, { domain: 'TEST' });
  }
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
      if (diskOf(liveDefinition(domains.byUuid(domain)), path) !== undefined) return SIZES;
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
      const limits = Object.entries(IO_TUNE).map(([name, key]) => [
        name,
        { type: 'ullong' as const, value: BigInt(disk?.iotune?.[key] ?? 0) },
      ]);
      const groupName = { type: 'string' as const, value: disk?.iotune?.groupName ?? '' };
      return { parameters: { ...Object.fromEntries(limits), group_name: groupName } };
    },
    domainSetBlockIoTune: async ({ domain, disk: path, parameters, flags }) =>
      changeDefinitions(domains.byUuid(domain), flags, (definition) => throttled(definition, path, parameters)),
  } satisfies DriverFunctions;
}
