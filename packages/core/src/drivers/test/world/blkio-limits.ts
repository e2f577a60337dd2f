import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { TypedParameters } from '@virtkit/rpc';
import { mustBeKnown } from './known-parameters.js';

type DeviceLimits = NonNullable<NonNullable<DomainDefinition['blkiotune']>['devices']>[number];

/** The limits of single devices, which libvirt shows and takes as texts: `/dev/sda,500,/dev/sdb,300`. */
const DEVICE_LIMITS = {
  device_weight: 'weight',
  device_read_iops_sec: 'readIopsSec',
  device_write_iops_sec: 'writeIopsSec',
  device_read_bytes_sec: 'readBytesSec',
  device_write_bytes_sec: 'writeBytesSec',
} as const;

/** What limits a domain's use of the host's block devices. */
export function blkioLimits({ blkiotune }: DomainDefinition): TypedParameters {
  const limits = Object.entries(DEVICE_LIMITS).map(([name, key]) => {
    const set = (blkiotune?.devices ?? []).filter((device) => device[key] !== undefined);
    return [name, { type: 'string' as const, value: set.map((device) => `${device.path},${device[key]}`).join(',') }];
  });
  return { weight: { type: 'uint', value: blkiotune?.weight ?? 0 }, ...Object.fromEntries(limits) };
}

function readLimits(name: string, text: string): (readonly [path: string, limit: number])[] {
  const parts = text === '' ? [] : text.split(',');
  if (parts.length % 2 !== 0) {
    throw new VirtError('INVALID_ARG', `unable to parse blkio device '${name}' '${text}'`, { domain: 'TEST' });
  }
  return parts
    .filter((_, index) => index % 2 === 0)
    .map((path, index) => {
      const value = parts[2 * index + 1] ?? '';
      if (/^\d+$/.test(value)) return [path, Number(value)];
      const detail = `invalid value '${value}' for parameter '${name}' of device '${path}'`;
      throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
    });
}

type LimitKey = (typeof DEVICE_LIMITS)[keyof typeof DEVICE_LIMITS];

/** The devices with one limit of one of them set; 0 takes it away. */
function limited(devices: readonly DeviceLimits[], path: string, key: LimitKey, limit: number): DeviceLimits[] {
  const known = devices.some((device) => device.path === path);
  return [...devices, ...(known ? [] : [{ path }])]
    .map((device) => (device.path === path ? withLimit(device, key, limit) : device))
    .filter((device) => Object.values(DEVICE_LIMITS).some((name) => device[name] !== undefined));
}

function withLimit(device: DeviceLimits, key: LimitKey, limit: number): DeviceLimits {
  const changed = { ...device };
  if (limit > 0) changed[key] = limit;
  else delete changed[key];
  return changed;
}

/** The definition with other limits. @throws VirtError ARGUMENT_UNSUPPORTED, INVALID_ARG */
export function withBlkioLimits(definition: DomainDefinition, parameters: TypedParameters): DomainDefinition {
  mustBeKnown(parameters, ['weight', ...Object.keys(DEVICE_LIMITS)]);
  const { weight } = parameters;
  let { devices = [] } = definition.blkiotune ?? {};
  for (const [name, key] of Object.entries(DEVICE_LIMITS)) {
    const given = parameters[name];
    if (given?.type !== 'string') continue;
    for (const [path, limit] of readLimits(name, given.value)) devices = limited(devices, path, key, limit);
  }
  const { devices: _, ...others } = definition.blkiotune ?? {};
  const limit = weight?.type === 'uint' && { weight: weight.value };
  return { ...definition, blkiotune: { ...others, ...limit, ...(devices.length > 0 && { devices }) } };
}
