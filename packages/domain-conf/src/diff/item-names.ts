import type { ItemName } from './change.js';

/** The parts that tell the items of an array apart, the best first. */
const NAMING_PARTS: { readonly [path: string]: readonly string[] } = {
  '/devices/disks': ['target/dev'],
  '/devices/interfaces': ['mac/address'],
  '/devices/controllers': ['type+index'],
  '/devices/filesystems': ['target/dir'],
  '/devices/channels': ['target/name'],
  '/devices/graphics': ['type'],
  '/devices/audios': ['id'],
  '/devices/inputs': ['type+bus'],
  '/devices/shmems': ['name'],
  '/cpu/features': ['name'],
  '/cpu/numa/cells': ['id'],
  '/clock/timers': ['name'],
  '/vcpus': ['id'],
  '/iothreadids/iothreads': ['id'],
  '/cputune/vcpupins': ['vcpu'],
  '/cputune/iothreadpins': ['iothread'],
  '/numatune/memnodes': ['cellid'],
  '/seclabels': ['model'],
  '/throttlegroups': ['groupName'],
};

function part(item: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      item,
    );
}

/** An alias names a device; else what users call it by: a disk's target, an interface's MAC address … */
export const domainItemName: ItemName = (path, item) => {
  for (const choice of NAMING_PARTS[path] ?? []) {
    const parts = choice.split('+').map((one) => part(item, one));
    if (parts.some((one) => one !== undefined)) return parts.join(' ');
  }
  const alias = part(item, 'alias/name');
  if (typeof alias === 'string') return alias;
  const address = part(item, 'address');
  return address === undefined ? undefined : JSON.stringify(address);
};
