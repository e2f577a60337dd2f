import { aliasOf, type DeviceEntry, type DeviceKind, type DevicePlace, devicesOf } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { withoutMember } from './without-member.js';

/** Names that users give begin so, and hold for every start. */
const USER_PREFIX = 'ua-';

/** By what a device of a kind is told from the others; by all that its XML says, where nothing is listed. */
const KEYS: Readonly<Partial<Record<DeviceKind, readonly (readonly string[])[]>>> = {
  disks: [['target', 'dev']],
  interfaces: [['mac', 'address']],
  controllers: [['type'], ['index']],
  graphics: [['type']],
};

/** The members of an object that lead to what is listed. */
function picked(device: object, path: readonly string[]): object | undefined {
  const [name = '', ...rest] = path;
  const member: unknown = Reflect.get(device, name);
  if (rest.length === 0) return member === undefined ? undefined : { [name]: member };
  const inner = typeof member === 'object' && member !== null ? picked(member, rest) : undefined;
  return inner === undefined ? undefined : { [name]: inner };
}

/** What tells the device that is meant from others; its alias, where it has one that holds there. */
function identityOf({ kind, device }: DeviceEntry, isLive: boolean): object {
  const alias = aliasOf(device);
  const named = alias !== undefined && (isLive || alias.startsWith(USER_PREFIX)) ? { alias: { name: alias } } : {};
  const keys = KEYS[kind]?.map((path) => picked(device, path));
  if (keys?.every((key) => key !== undefined)) return Object.assign({}, ...keys, named);
  return { ...withoutMember(device, 'alias'), ...named };
}

/** Whether `whole` says all that `part` says; the case of hexadecimal addresses is all the same. */
export function says(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) {
    return typeof part === 'string' && typeof whole === 'string'
      ? whole.toLowerCase() === part.toLowerCase()
      : whole === part;
  }
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([name, member]) => says(Reflect.get(whole, name), member));
}

/**
 * The device of a definition that the XML of a device means: a disk by its target, an interface by its MAC address, another
 * by what the XML says of it.
 * @throws VirtError DEVICE_MISSING if there is none, OPERATION_FAILED if the XML fits more than one interface
 */
export function findDevice(
  definition: DomainDefinition,
  entry: DeviceEntry,
  isLive: boolean,
): DeviceEntry & DevicePlace {
  const identity = identityOf(entry, isLive);
  const found = devicesOf(definition).filter(({ kind, device }) => kind === entry.kind && says(device, identity));
  const [first] = found;
  if (first === undefined) {
    throw new VirtError('DEVICE_MISSING', `no device of '${entry.kind}' is as the XML says`, { domain: 'QEMU' });
  }
  if (found.length > 1 && entry.kind === 'interfaces') {
    throw new VirtError('OPERATION_FAILED', 'the XML fits more than one interface; its MAC address would tell', {
      domain: 'QEMU',
    });
  }
  return first;
}

/** @throws VirtError OPERATION_FAILED if the definition has the target of a disk that is to be added */
export function checkIsNew({ devices }: DomainDefinition, { kind, device }: DeviceEntry): void {
  if (kind !== 'disks') return;
  const target: unknown = Reflect.get(picked(device, ['target', 'dev']) ?? {}, 'target');
  if (target === undefined || !devices?.disks?.some((disk) => says(disk.target, target))) return;
  throw new VirtError('OPERATION_FAILED', `target ${Reflect.get(Object(target), 'dev')} already exists`, {
    domain: 'QEMU',
  });
}
