import type { Change } from './change.js';

/**
 * What a running domain can take, by path; `*` stands for any item, and a path speaks for all below it. The first that
 * fits decides; what none fits needs a restart. Source: libvirt's documentation of virsh's commands and of
 * virDomainUpdateDeviceFlags.
 */
const LIVE: readonly (readonly [path: string, kinds: readonly Change['kind'][], how: string])[] = [
  ['/title', ['added', 'changed', 'removed'], 'desc --title'],
  ['/description', ['added', 'changed', 'removed'], 'desc'],
  ['/metadata', ['added', 'changed', 'removed'], 'metadata'],
  ['/currentMemoryKiB', ['added', 'changed', 'removed'], 'setmem'],
  ['/vcpu/current', ['added', 'changed', 'removed'], 'setvcpus'],
  ['/vcpus', ['changed'], 'setvcpu'],
  ['/cputune/cachetunes', [], ''],
  ['/cputune/memorytunes', [], ''],
  ['/cputune', ['added', 'changed', 'removed'], 'schedinfo, vcpupin, emulatorpin, iothreadpin'],
  ['/blkiotune', ['added', 'changed', 'removed'], 'blkiotune'],
  ['/memtune', ['added', 'changed', 'removed'], 'memtune'],
  ['/numatune/memory/nodeset', ['changed'], 'numatune'],
  ['/iothreadids/iothreads', ['added', 'changed', 'removed'], 'iothreadadd, iothreadset, iothreaddel'],
  ['/iothreads', ['added', 'changed'], 'iothreadadd, iothreaddel'],
  ['/perfEvents', ['added', 'changed', 'removed'], 'perf'],
  ['/onPoweroff', ['added', 'changed', 'removed'], 'set-lifecycle-action'],
  ['/onReboot', ['added', 'changed', 'removed'], 'set-lifecycle-action'],
  ['/onCrash', ['added', 'changed', 'removed'], 'set-lifecycle-action'],
  ['/throttlegroups', ['added', 'changed', 'removed'], 'domthrottlegroupset, domthrottlegroupdel'],
  ['/devices/disks/*/iotune', ['added', 'changed', 'removed'], 'blkdeviotune'],
  ['/devices/interfaces/*/link', ['added', 'changed', 'removed'], 'domif-setlink'],
  ['/devices/interfaces/*/bandwidth', ['added', 'changed', 'removed'], 'domiftune'],
  ['/devices/interfaces/*/source', ['changed'], 'update-device'],
  ['/devices/interfaces/*/filterref', ['added', 'changed', 'removed'], 'update-device'],
  ['/devices/interfaces/*/vlan', ['added', 'changed', 'removed'], 'update-device'],
  ['/devices/graphics/*/passwd', ['added', 'changed', 'removed'], 'update-device'],
  ['/devices/graphics/*/passwdValidTo', ['added', 'changed', 'removed'], 'update-device'],
  ['/devices/graphics/*/connected', ['added', 'changed', 'removed'], 'update-device'],
  ['/devices/memballoon/stats', ['added', 'changed', 'removed'], 'dommemstat --period'],
  ['/devices/memories/*/target/requestedKiB', ['changed'], 'update-memory-device'],
];

/** Of some kinds, only certain devices come and go while the domain runs. */
const PLUGGABLE_IF: { readonly [kind: string]: (device: object) => boolean } = {
  disks: (disk) => PLUGGABLE_BUSES.has(part(disk, 'target', 'bus')),
  inputs: (input) => ['usb', 'virtio'].includes(String(part(input, 'bus'))),
  controllers: (controller) => part(controller, 'type') === 'scsi',
  filesystems: (filesystem) => part(filesystem, 'driver', 'type') === 'virtiofs',
};

/** Kinds of devices that come and go while the domain runs. */
const PLUGGABLE: ReadonlySet<string> = new Set([
  'interfaces',
  'hostdevs',
  'redirdevs',
  'rngs',
  'memories',
  'shmems',
  'channels',
  'leases',
  'watchdogs',
  'vsock',
]);

/** Buses on which devices come and go. */
const PLUGGABLE_BUSES: ReadonlySet<unknown> = new Set(['virtio', 'scsi', 'usb']);

/** virsh's commands that make a change on a running domain; undefined if it needs a restart. */
export function liveCommand(change: Change): string | undefined {
  const rule = LIVE.find(([path]) => isWithin(change.path, path));
  if (rule !== undefined) return rule[1].includes(change.kind) ? rule[2] : undefined;
  return pluggingCommand(change);
}

function isWithin(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return pattern.split('/').every((part, index) => part === '*' || part === parts[index]);
}

function pluggingCommand({ path, kind, before, after }: Change): string | undefined {
  const [, devices, list = '', ...rest] = path.split('/');
  const isPluggable = PLUGGABLE_IF[list];
  if (devices !== 'devices' || kind === 'changed' || (isPluggable === undefined && !PLUGGABLE.has(list)))
    return undefined;
  if (rest.length > (list === 'vsock' ? 0 : 1)) return undefined;
  const device = after ?? before;
  if (typeof device !== 'object' || device === null || isPluggable?.(device) === false) return undefined;
  return kind === 'added' ? 'attach-device' : 'detach-device';
}

/** A part of a part of a device. */
function part(device: object, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    device,
  );
}
