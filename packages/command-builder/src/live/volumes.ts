import type { HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { Disk } from '../definition/devices.js';

type VolumeDisk = Extract<Disk, { type: 'volume' }>;
type Volume = HostDescription['objects']['volumes'][number];

/**
 * Puts what a volume really is in the place of its name. A disk that may be missing is left out if it is, a drive without its
 * medium.
 * @throws VirtError NO_STORAGE_POOL or NO_STORAGE_VOL for what the host doesn't know, CONFIG_UNSUPPORTED for a pool that rests
 */
export function resolveVolumes(definition: DomainDefinition, host: HostDescription): DomainDefinition {
  const { disks } = definition.devices ?? {};
  if (disks?.some(({ type }) => type === 'volume') !== true) return definition;
  const resolved = disks.flatMap((disk) => (disk.type === 'volume' ? resolveDisk(disk, host) : [disk]));
  return { ...definition, devices: { ...definition.devices, disks: resolved } };
}

function resolveDisk(disk: VolumeDisk, { objects }: HostDescription): Disk[] {
  const { source, ...rest } = disk;
  if (source === undefined) return [disk];
  const found = findVolume(source, objects.volumes);
  if ('missing' in found) {
    if (source.startupPolicy !== 'optional') throw found.missing;
    return disk.device === 'cdrom' || disk.device === 'floppy' ? [{ ...rest, type: 'file' }] : [];
  }
  return [withVolume(rest, source, found.volume)];
}

type Source = NonNullable<VolumeDisk['source']>;

function findVolume(
  { pool, volume: name }: Source,
  volumes: readonly Volume[],
): { volume: Volume } | { missing: VirtError } {
  const inPool = volumes.filter((one) => one.pool === pool);
  if (inPool.length === 0)
    return { missing: new VirtError('NO_STORAGE_POOL', `no storage pool with matching name '${pool}'`) };
  if (inPool.some(({ poolActive }) => !poolActive)) {
    const detail = `storage pool '${pool}' containing volume '${name}' is not active`;
    return { missing: new VirtError('CONFIG_UNSUPPORTED', detail) };
  }
  const volume = inPool.find((one) => one.name === name);
  if (volume !== undefined) return { volume };
  return { missing: new VirtError('NO_STORAGE_VOL', `no storage vol with matching name '${name}'`) };
}

function withVolume(rest: Omit<VolumeDisk, 'source'>, { mode, seclabels, encryption }: Source, volume: Volume): Disk {
  const kept = { ...(seclabels && { seclabels }), ...(encryption && { encryption }) };
  if (volume.poolType === 'iscsi' && mode === 'direct')
    return { ...rest, type: 'network', source: { ...iscsiUnit(volume), ...kept } };
  switch (volume.type) {
    case 'file':
      return { ...rest, type: 'file', source: { file: volume.path, ...kept } };
    case 'block':
      return { ...rest, type: 'block', source: { dev: volume.path, ...kept } };
    case 'dir':
      return { ...rest, type: 'dir', source: { dir: volume.path, ...kept } };
    default:
      throw new VirtError('INTERNAL_ERROR', `unexpected storage volume type '${volume.type}' for storage pool`);
  }
}

/** QEMU reaches the unit by itself. */
function iscsiUnit({
  name: volume,
  path,
  source = {},
}: Volume): NonNullable<Extract<Disk, { type: 'network' }>['source']> {
  const { auth, hosts, initiator } = source;
  const lun = /^unit:\d+:\d+:(\d+)$/.exec(volume)?.[1] ?? /-lun-(\d+)$/.exec(path)?.[1] ?? '0';
  return {
    protocol: 'iscsi',
    name: `${source.name ?? ''}/${lun}`,
    ...(hosts && { hosts: hosts.map(({ name, port }) => ({ name, port: String(port ?? ISCSI_PORT) })) }),
    ...(initiator !== undefined && { initiator: { name: initiator } }),
    ...(auth && { auth: { username: auth.username, secret: secretOf(auth) } }),
  };
}

const ISCSI_PORT = 3260;

function secretOf({ secretUuid, secretUsage }: { readonly secretUuid?: string; readonly secretUsage?: string }) {
  return {
    type: 'iscsi',
    ...(secretUuid !== undefined && { uuid: secretUuid }),
    ...(secretUsage !== undefined && { usage: secretUsage }),
  };
}
